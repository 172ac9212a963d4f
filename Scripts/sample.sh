#!/usr/bin/env bash
# A small shop on the evening of a bad release, so that 'make run' shows a team at work: one incident that is running,
# one that is over (the example), a maintenance to come, a near miss. Does nothing to a record that is there already.
set -euo pipefail
mayday=$1
record=$2
[ -e "$record" ] && exit 0
mkdir -p "$(dirname "$record")"
export MAYDAY_RECORD=$record
unset MAYDAY_URL MAYDAY_TOKEN
as() { local name=$1; shift; MAYDAY_USER=$name "$mayday" "$@" > /dev/null; }

echo "Writing a sample team into $record …"
"$mayday" import Examples/knight-capital/postmortem.md --evidence Examples/knight-capital/evidence > /dev/null

as ana component page --name "Paper Boat"
as ana component add checkout "Checkout" --group Shop --description "Paying, vouchers, receipts"
as ana component add catalogue "Catalogue" --group Shop --description "Finding and looking at books"
as ana component add delivery "Delivery tracking" --description "Where a parcel is"
as ben maintenance schedule "New database servers for orders" --component checkout \
  --from "tomorrow 22:00" --until "tomorrow 23:00" \
  --text "Orders can be placed all the time. The list of past orders is not shown during this hour."
as cem near-miss "A migration would have dropped the vouchers table in production" \
  --stopped-by "The second reader asked why a rename needs a drop" \
  --idea "The deploy job refuses a migration that drops a table"

as ana declare "Orders with a voucher fail at checkout" --sev 2 --component checkout --lead \
  --started "41 min ago" --detected "35 min ago" --declared "31 min ago" \
  --impact "Whoever uses a voucher sees an error and cannot pay. Orders without one go through."
as ana role communications ben
as ana role operations cem
as cem note "Errors at checkout from 0 to 38 a minute; every one of them carries a voucher" --at "29 min ago"
as cem note "The release of this evening changed how a voucher is rounded. It reached all three hosts" --at "24 min ago"
as ben note "Eleven mails to support so far, all about vouchers" --at "19 min ago"
as ana decide "Turn the new rounding off behind its flag, and leave the release in place" \
  --why "The flag takes a minute and undoes only what changed" \
  --option "Roll the release back" --option "Wait for a fix" \
  --known "Only orders with a voucher fail. Whether the flag also switches receipts is not known" --at "12 min ago"
as cem task add "Turn the flag voucher-rounding off on all hosts" --owner cem
as cem task add "Place one order with a voucher and one without" --owner ana
as ana task add "Give support three sentences for those who write in" --owner ben
as cem task done 1 --result "off on all three since a minute ago"
as ben update new --to customers --state identified --component checkout=partial-outage \
  --broken "Orders with a voucher cannot be paid." \
  --affected "Everybody who redeems a voucher, about 38 orders a minute. All other orders go through." \
  --since "41 min ago" \
  --doing "We have turned off the change of this evening that rejects vouchers, and are checking orders one by one." \
  --meanwhile "Keep your voucher: it stays valid, and nothing was charged. You can order without it, and we will credit it." \
  --next "in 25 min" --sorry "We are sorry, and we are sorry that this word comes late."
as ben update publish --yes
