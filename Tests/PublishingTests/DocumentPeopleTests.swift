import Documents
import Publishing
import Testing

struct DocumentPeopleTests {
  @Test(
    arguments: [
      ("Kim Lee", true), ("kim", true), ("@kim", true), ("José Ångström-Ruiz", true), ("Kim de Vries", true),
      ("O'Neil", true), ("Incident lead", false), ("incident lead", false), ("Release desk", false),
      ("Payments", false), ("platform", false), ("Router development lead", false), ("order intake", false),
      ("The people who were there that day", false), ("kim@shop.example", false), ("", false), ("12", false),
      ("SRE", false), ("tbd", false),
    ])
  func `names are told from teams and roles`(text: String, isPerson: Bool) {
    #expect(DocumentPeople.isPerson(text) == isPerson)
  }

  @Test func `names are read where documents name people`() {
    let document = PostmortemDocument(
      parsing: """
        ---
        owner: kim
        authors:
          - Ana Ruiz
          - Platform team
        team: Blue Heron
        ---

        # Cards

        ## Authors and participants

        **Authors:** Ana Ruiz and Sam Roe (SRE)

        | Name | Part |
        |---|---|
        | Lee Park | incident commander |

        - Noor Haddad – communications lead
        - @rosa, @tove
        - release desk, support

        ## Executive summary

        Petra Vogel looked.
        """)
    #expect(
      DocumentPeople.names(in: document) == [
        "kim", "Ana Ruiz", "Sam Roe", "Lee Park", "Noor Haddad", "rosa", "tove",
      ])
  }
}
