import PageKit
import Postmortems

/// What we believed, what the day showed, and what we believe now: three columns, one below the other where it is narrow.
struct AssumptionTable: Sendable {
  let assumptions: [Assumption]

  private static let columns = ["We believed", "The day showed", "We believe now"]

  var html: HTML {
    Tag.table(.class("stacking assumptions")) {
      Tag.thead { Tag.tr { for column in Self.columns { Tag.th(.set("scope", "col")) { column } } } }
      Tag.tbody {
        for assumption in assumptions {
          Tag.tr(.id("assumption-\(assumption.number)")) {
            for (column, text) in zip(Self.columns, [assumption.believed, assumption.shown, assumption.now]) {
              Tag.td(.column(column)) {
                text.isEmpty ? Gap("Not said yet").html : HTML(text)
                if column == Self.columns[1] { References(references: assumption.evidence).html }
              }
            }
          }
        }
      }
    }
  }
}

/// Where we were lucky.
struct LuckList: Sendable {
  let lucks: [Luck]

  var html: HTML {
    Tag.ul(.class("lucks")) { for luck in lucks { Tag.li(.id("luck-\(luck.number)")) { luck.text } } }
  }
}

/// Opened accounts side by side, in the words of those who gave them.
struct AccountColumns: Sendable {
  let accounts: [ParticipantAccount]
  let zone: PageZone
  /// What stands below an answer: its question's name, its words and its account.
  var acts: @Sendable (String, String, ParticipantAccount) -> HTML = { _, _, _ in .empty }

  var html: HTML {
    Tag.div(.class("accounts")) {
      for account in accounts {
        if let statement = account.statement {
          Tag.article(.class("account"), .labelledBy("account-\(account.person)")) {
            Tag.h3(.id("account-\(account.person)")) { account.person }
            if let at = statement.at { Tag.p(.class("section-note")) { "From \(zone.dateAndMinute(at)) on" } }
            Tag.dl {
              for question in AccountQuestion.allCases {
                Tag.dt { question.words }
                Tag.dd {
                  question.answer(statement).isEmpty ? Gap("Not said").html : HTML(question.answer(statement))
                  if !question.answer(statement).isEmpty {
                    acts(question.rawValue, question.answer(statement), account)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
