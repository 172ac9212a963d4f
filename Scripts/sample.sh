#!/usr/bin/env bash
# A small shop on the evening of a bad release, so that 'make run' shows a team at work: one incident that is running,
# one of last week whose postmortem is being written, one that is long over (the example) with its actions, guards and
# checklist, a maintenance to come, a near miss. Does nothing to a record that is there already.
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

# What the example taught, followed up: its guards are red on the state of that morning, and open two actions again.
as ana action adopt PM-1
as ana action verify PM-1-A1 "A test order with the flag was refused at the gate"
as ana action verify PM-1-A2 "Seven of eight lines agree in the rehearsal: no session was opened"
as ana guard run --file Examples/knight-capital/guards/mayday.yaml --report || true
as ana plan adopt --all
as ana drill plan sunday-certificate --day "$(date -u -d '+9 days' +%F 2>/dev/null || date -u -v+9d +%F)" \
  --facilitator ana --responder ben --responder cem --observer kim
as ana people add "Ana Berg" --role commander --role communications=next --contact "telephone=extension 11"
as ana people add "Ben Roth" --role operations --role scribe=next --contact "telephone=extension 12"
as ana people add "Kim Falk" --role communications --role operations=learning --contact "telephone=extension 13"
as ana checklist add deploy "Does every host report the same build?" --check all-servers-one-build --incident INC-1
as ana checklist add deploy "Does this release use a flag again that meant something else?" --expects no --incident INC-1
as ana checklist add deploy "Who can stop it, with which command?" --expects words --incident INC-1

# Last week: over, and its postmortem is being written.
as ben declare "Books cost what they cost yesterday" --sev 3 --component catalogue --lead \
  --started "142 h ago" --detected "141 h ago" --declared "141 h ago" \
  --impact "For two hours 61 orders were taken at yesterday's price."
as ben note "The nightly import of prices ended without an error and changed nothing" --at "8448 min ago"
as ben decide "Run the import again by hand" --why "Its input is there, and a second run harms nothing" \
  --known "The file of prices is complete. Why the first run changed nothing is not known" --at "8430 min ago"
as ben state mitigated
as ben state resolved
for instant in mitigated resolved; do
  as ben instant $instant "140 h ago" -i INC-2 --reason "The second run had brought the prices of the day"
done
as ben postmortem start INC-2 --facilitator ana
as ana postmortem ask PM-2 ben cem
as cem postmortem account PM-2 --saw "The job was green, and the log said 0 rows in its last line" \
  --expected "A job that changes nothing to end red" --surprised "That nobody reads that line" \
  --sense "Green had meant 'done' for two years"
as ben postmortem factor add PM-2 "The import ends well when it finds no rows" --kind condition --sureness likely
as ben postmortem factor add PM-2 "The file had come with another separator" --kind trigger --under F1
as ben postmortem factor add PM-2 "Nothing compares how many prices changed with the day before" --kind detection
as ben postmortem assumption add PM-2 "A green import means that prices are of today"
as ben action add PM-2 "The import ends with an error when it reads no rows" --owner ben --immediate --factor F1 \
  --verification "An empty file ends the job red, and the shop keeps its prices"
as ben action add PM-2 "An alert when fewer than a tenth of the usual prices change in a night" --owner cem --kind detect \
  --factor F3 --verification "Leaving the file out for a night wakes the on-call"

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
