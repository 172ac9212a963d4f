import Testing

struct RecognitionTests {
  @Test(arguments: [
    (
      "change rows", "when,ticket,who,what,action,target\n2031-02-03T04:05:06Z,C-1,kim,x,update,web-1\n",
      "configuration-changes"
    ),
    (
      "semicolons and a quoted line end",
      "timestamp;setting;old;new;comment\n1927000000;pool.size;5;9;\"two\nlines\"\n",
      "configuration-changes"
    ),
    (
      "changes as objects", #"{"time":"2031-02-03T04:05:06Z","flag":"dark_mode","old":false,"new":true,"user":"kim"}"#,
      "configuration-changes"
    ),
    ("dpkg", "2031-02-03 04:05:06 startup archives unpack\n2031-02-03 04:05:06 install jq:amd64 <none> 1.6\n", "dpkg"),
    ("dnf", "2031-02-03T04:05:06+0100 SUBDEBUG Installed: jq-1.6-2.el9.x86_64\n", "dnf"),
    ("a stream", "blob\nmark :1\ndata 3\nhi\n\n", "git-stream"),
    ("a bundle", "# v2 git bundle\n0123 refs/heads/main\n", "git-bundle"),
    (
      "a deploy tool's list",
      #"{"app":"till","version":"4.2","env":"prod","status":"succeeded","finished_at":"2031-02-03T04:05:06Z"}"#,
      "deployment-records"
    ),
    (
      "an alert payload",
      #"{"version":"4","groupKey":"{}","alerts":[{"labels":{"alertname":"A"},"startsAt":"2031-02-03T04:05:06Z"}]}"#,
      "alertmanager-webhooks"
    ),
    (
      "chat", #"[{"type":"message","user":"U0AAA","text":"hi","ts":"1927000000.000100"}]"#, "slack-messages"
    ),
    ("people", #"[{"id":"U0AAA","name":"kim","profile":{"display_name":"Kim"}}]"#, "slack-directory"),
    (
      "a bare deployment", #"{"action":"created","deployment":{"id":7,"sha":"a1","environment":"prod"}}"#,
      "github-webhooks"
    ),
  ]) func `content tells the format`(reason: String, text: String, expected: String) {
    #expect(RecordSample(text).recognised == expected, "\(reason)")
  }

  @Test(arguments: [
    ("a list of hosts", "host,role,address\nweb-1,frontend,10.0.0.1\n"),
    ("measurements", "timestamp,host,value\n1927000000,web-1,0.5\n"),
    ("measurements by name", "time,name,value,unit\n1927000000,cpu,0.5,percent\n"),
    ("a log as a table", "time,level,user,action,message\n1927000000,info,kim,login,welcome\n"),
    ("an audit trail of log-ins", "time,user,event,host,detail\n1927000000,kim,login,web-1,ok\n"),
    ("sales", "date,id,name,value\n2031-02-03,7,tea,3.20\n"),
    ("prose with commas", "At first, nobody saw it, and then, all at once, everyone did.\n"),
    (
      "a log line that names a version",
      #"{"time":"2031-02-03T04:05:06Z","level":"info","service":"till","version":"4.2","msg":"started","status":"ok"}"#
    ),
    ("a log line about a user", #"{"ts":1927000000,"type":"request","user":"kim","message":"hello"}"#),
    ("settings", #"{"pool":{"size":5},"flags":{"dark_mode":true}}"#),
    ("measurements as JSON", #"{"status":"success","data":{"resultType":"matrix","result":[]}}"#),
    ("an access log", "10.0.0.1 - - [03/Feb/2031:04:05:06 +0000] \"GET / HTTP/1.1\" 200 5\n"),
    ("nothing", ""),
    ("a list of numbers", "[1,2,3]"),
  ]) func `what is something else is left alone`(reason: String, text: String) {
    #expect(RecordSample(text).recognised == nil, "\(reason)")
  }
}
