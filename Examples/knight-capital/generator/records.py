"""Records beside the logs: deployments, changes, alerts, mail, system logs, chat."""

import csv
import io
import json

from .clock import *
from .logs import syslog
from .story import *


def as_lines(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def deployments(ids):
    """GitHub `deployment` and `deployment_status` payloads, one a line."""
    records, number = [], 48_200

    def deploy(instant, service, release, commit, host, seconds, description):
        nonlocal number
        number += 7
        deployment = {
            "id": number, "sha": commit, "ref": release, "task": "deploy", "environment": f"production/{host}",
            "description": description, "creator": {"login": "release-desk"}, "payload": {"service": service, "host": host},
            "created_at": rfc3339(instant)}
        repository = {"id": 114, "full_name": f"example/{service}"}
        sender = {"login": "release-desk"}
        records.append((instant, {"action": "created", "deployment": deployment, "repository": repository, "sender": sender}))
        for step, (state, later) in enumerate([("in_progress", 1), ("success", seconds)]):
            status = {"id": number * 10 + step, "state": state, "environment": f"production/{host}", "description": "",
                      "creator": {"login": "release-desk"}, "created_at": rfc3339(instant + later)}
            records.append((instant + later, {"action": "created", "deployment_status": status, "deployment": deployment,
                                              "repository": repository, "sender": sender}))

    for host, instant in DEPLOYED.items():
        deploy(instant, "smars", "2012.07.2", ids["july"], host, 22, "smars 2012.07.2: retail liquidity")
    for host, instant in ROLLED_BACK.items():
        deploy(instant - 2, "smars", "2012.06.1", ids["june"], host, 18, "smars back to 2012.06.1")
    deploy(at("19:05:12", 31, 7), "market-gateway", "2012.07.4", "8d1f0c5a77b2e39e4b6a5d20c9f4e1ab3c6d7e80", "gw01", 31,
           "market-gateway 2012.07.4: venue heartbeat 30 s")
    return as_lines(record for _, record in sorted(records, key=lambda record: record[0]))


def changes():
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["time", "id", "kind", "target", "change", "actor", "detail"])
    for instant, *row in [
        (at("18:30", 30, 7), "CHG-2209", "config", "market-gateway", "venue_heartbeat_s: 10 -> 30", "release desk", "with 2012.07.4"),
        (at("19:20", 31, 7), "CHG-2213", "config", "position-monitor", "accounts_shown: 31,32 -> 31,32,33", "support desk", "for the new program"),
        (at("7:30"), "CHG-2215", "config", "symbol-master", "list: 2012-07-31 -> 2012-08-01", "batch", "daily"),
        (FLAG_ON, "CHG-2216", "flag", "order-entry", "retail_liquidity.flag: off -> on", "order entry", "set flag bit 7 on eligible retail orders"),
        (OPEN, "CHG-2217", "flag", "smars", "retail_liquidity.session: off -> regular", "release desk", "first day of the program, all routers"),
        (FLAG_OFF, "CHG-2219", "flag", "order-entry", "retail_liquidity.flag: on -> off", "order entry", "incident, agreed in inc-routing"),
    ]:
        table.writerow([rfc3339_new_york(instant), *row])
    return text.getvalue()


def mails(chance, parents):
    refused = [parent for parent in parents if parent.kind == "refused"]
    return as_lines({
        "date": rfc3339(parent.instant + chance.between(0.6, 2.4)), "level": "info", "service": "bnet-mail",
        "from": "bnet@example.com", "to": "bnet-rejects@example.com", "subject": "BNET reject",
        "message": "SMARS: Power Peg disabled", "order": parent.id, "router": parent.host,
    } for parent in refused)


def alerts():
    """Alertmanager webhook payloads, version 4: file name to text."""
    files, open_since = {}, {}

    def send(instant, name, status, severity, summary, **labels):
        labels = {"alertname": name, "severity": severity, **labels}
        key = (name, labels.get("instance"))
        started = open_since.setdefault(key, instant - 5)
        print_ = f"{sum(ord(letter) * 31 ** place for place, letter in enumerate(name + str(key))) % 2 ** 64:016x}"
        alert = {
            "status": status, "labels": labels, "annotations": {"summary": summary}, "startsAt": rfc3339(started, 3),
            "endsAt": rfc3339(instant - 5, 3) if status == "resolved" else "0001-01-01T00:00:00Z",
            "generatorURL": "http://mon01:9090/graph", "fingerprint": print_}
        payload = {
            "version": "4", "groupKey": f'{{}}:{{alertname="{name}"}}', "truncatedAlerts": 0, "status": status,
            "receiver": "support-screen", "groupLabels": {"alertname": name}, "commonLabels": labels,
            "commonAnnotations": {"summary": summary}, "externalURL": "http://mon01:9093", "alerts": [alert]}
        files[f"webhook-{len(files) + 1:04d}.json"] = json.dumps(payload, indent=1) + "\n"
        if status == "resolved":
            del open_since[key]

    send(at("8:14:10"), "VenueSessionFlapping", "firing", "info", "session to BATS was lost", instance="gw01")
    send(at("8:24:10"), "VenueSessionFlapping", "resolved", "info", "session to BATS was lost", instance="gw01")
    send(at("8:46:30"), "ClockOffset", "firing", "info", "clock of smars05 is off by more than 5 s", instance="smars05")
    rate = "orders to venues above 30,000 a minute for one minute"
    send(at("9:34:05"), "GatewayOrderRate", "firing", "warning", rate, instance="gw01")
    for host, began in ROLLED_BACK.items():
        send(began + 35, "RouterRestarted", "firing", "info", f"router on {host} has run for less than two minutes",
             instance=host)
    send(at("10:16:05"), "RouterDown", "firing", "critical", "no router is connected to the gateway", instance="gw01")
    send(at("10:17:30"), "GatewayOrderRate", "resolved", "warning", rate, instance="gw01")
    return files


def system_logs():
    """Host to its syslog."""
    logs = {}
    for host in HOSTS:
        events = [(at("6:25:01") + HOSTS.index(host), "CRON[2211]", "(root) CMD (logrotate /etc/logrotate.conf)")]
        if host in DEPLOYED:
            done = DEPLOYED[host]
            events += [(done + 3, "sshd[3120]", "Accepted publickey for release from 10.31.2.8 port 50514 ssh2"),
                       (done + 9, "smars-init", "stopping smars"), (done + 20, "smars-init", "smars started, release 2012.07.2")]
            back = ROLLED_BACK[host]
            events += [(back - 1, "sshd[4471]", "Accepted publickey for release from 10.31.2.8 port 51002 ssh2"),
                       (back, "smars-init", "stopping smars"),
                       (back + RESTART_SECONDS, "smars-init", "smars started, release 2012.06.1")]
        events += [(STOPPED[host], "smars-init", "stopping smars"), (STOPPED[host] + 1, "smars-init", "smars stopped")]
        if host in SLOW_CLOCK:
            events += [(at("3:12:44") + 3600 * hour, "ntpd[811]", "no servers reachable, clock not set") for hour in range(7)]
        logs[host] = syslog(host, events)
    ops = []
    for host, instant in DEPLOYED.items():
        ops += [(instant, "release-desk[1180]", f"copy-release.sh 2012.07.2 {host}"),
                (instant + 22, "release-desk[1180]", f"2012.07.2 copied to {host}")]
    for host, instant in ROLLED_BACK.items():
        ops += [(instant - 2, "release-desk[1977]", f"copy-release.sh 2012.06.1 {host}"),
                (instant + 16, "release-desk[1977]", f"2012.06.1 copied to {host}")]
    ops += [(at("6:25:01"), "CRON[902]", "(root) CMD (logrotate /etc/logrotate.conf)"),
            (at("10:14:29"), "release-desk[2044]", "for host in smars08 smars01..smars07: /etc/init.d/smars stop")]
    logs["ops01"] = syslog("ops01", ops)
    return logs


def package_log():
    """dpkg on the gateway host: nothing to do with the story, as on any machine."""
    rows = []
    for instant, package, old, new in [
            (at("6:41:12", 31, 7), "tzdata:all", "2012b-1", "2012c-1"), (at("6:41:19", 31, 7), "libxml2:amd64", "2.7.8-2", "2.7.8-2+u4")]:
        moment = in_zone(instant)
        rows += [f"{moment:%Y-%m-%d %H:%M:%S} upgrade {package} {old} {new}",
                 f"{moment:%Y-%m-%d %H:%M:%S} status installed {package} {new}"]
    return "\n".join(rows) + "\n"
