import EvidenceRecords
import Testing

struct CloudTrailTests {
  @Test func `calls that change something are entries, the others are counted`() throws {
    let sample = RecordSample(
      #"""
      {"Records": [
        {"eventVersion": "1.08", "eventTime": "2031-02-03T04:05:06Z", "eventSource": "rds.amazonaws.com",
         "eventName": "ModifyDBInstance", "awsRegion": "eu-west-1", "readOnly": false, "eventID": "e-1",
         "requestParameters": {"allocatedStorage": 20, "dBInstanceIdentifier": "till-db"},
         "userIdentity": {"type": "IAMUser", "userName": "kim"}},
        {"eventTime": "2031-02-03T04:06:06Z", "eventSource": "ec2.amazonaws.com", "eventName": "StopInstances",
         "awsRegion": "eu-west-1", "errorCode": "Client.UnauthorizedOperation", "errorMessage": "not allowed",
         "userIdentity": {"arn": "arn:aws:sts::1:assumed-role/ci"}},
        {"eventTime": "2031-02-03T04:06:07Z", "eventSource": "ec2.amazonaws.com", "eventName": "DescribeInstances"},
        {"eventTime": "2031-02-03T04:06:08Z", "eventSource": "s3.amazonaws.com", "eventName": "PutObject",
         "readOnly": false, "managementEvent": false},
        {"eventTime": "2031-02-03T04:06:09Z", "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole"},
        {"eventName": "NoTime", "eventSource": "sts.amazonaws.com"}
      ]}
      """#)
    #expect(sample.recognised == "cloudtrail")
    let reading = try sample.read(with: CloudTrailFormat())
    #expect(
      reading.titles == [
        "rds ModifyDBInstance till-db (eu-west-1)",
        "ec2 StopInstances (eu-west-1) failed: Client.UnauthorizedOperation",
      ])
    #expect(reading.changes.map(\.outcome) == [.succeeded, .failed])
    #expect(reading.changes.map(\.actor) == ["kim", "arn:aws:sts::1:assumed-role/ci"])
    #expect(reading.entries[0].reference.record == "e-1")
    #expect(reading.notes == ["passed over: AssumeRole 1, DescribeInstances 1, PutObject 1"])
    #expect(reading.unrecognisedLines == 1)
  }

  @Test func `a file longer than the head is recognised`() {
    let call =
      #"{"eventTime": "2031-02-03T04:06:07Z", "eventSource": "ec2.amazonaws.com", "eventName": "DescribeInstances"}"#
    let text = "{\"Records\": [" + Array(repeating: call, count: 1200).joined(separator: ", ") + "]}"
    #expect(RecordSample(text).recognised == "cloudtrail")
  }
}
