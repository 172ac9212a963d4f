/// Words that say nothing about what an incident was: the frame of English, and what every postmortem says.
enum StopWords {
  static let all = Set(
    """
    about above after again against all also although always among and another any are around because been before being
    below between both but can cannot could did does doing done down due during each either else even ever every few
    for from further get got had has have having her here his how however into its itself just less like made make many
    may might more most much must near need nor not now off often once one only onto other our out over own per rather
    same several she should since some soon still such than that the their them then there these they this those though
    through thus too toward two under until upon use used using very via was well were what when where whether which
    while who whom whose why will with within without would yet you your yes

    incident outage postmortem post mortem impact issue problem cause root time minute hour second day week utc
    section summary title status final draft team user customer affected analysis action item lesson learned timeline
    detected resolved mitigated started ended began happened see saw set new first last
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
