import Foundation
import Testing

@testable import RecruitDB

/// The folder Examples of the package.
let exampleFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples")

/// A small call of an invented lab; the tables of wrong files change one text of it.
let smallCall = #"""
    {
      "lab": {
        "name": "Tide Lab",
        "leader": "ana",
        "members": [
          { "handle": "ana", "name": "Ana Li", "email": "ana@example.org", "role": "pi" },
          { "handle": "ben", "name": "Ben Ho", "email": "ben@example.org", "role": "admin" }
        ],
        "addresses": ["lab@example.org"]
      },
      "intakes": [
        { "code": "2027-spring", "academic_year": "2026/27", "starts_on": "2027-02-01" },
        { "code": "2027-fall", "academic_year": "2027/28", "starts_on": "2027-09-01",
          "opens_on": "2026-07-01", "closes_on": "2027-05-31" }
      ],
      "positions": [
        { "slug": "phd", "title": "PhD student", "position_type": "phd", "status": "open",
          "keywords": ["phd", "博士"], "contact": "ana",
          "intakes": ["2027-spring", { "code": "2027-fall", "openings": 2 }],
          "documents": ["cv", { "document_type": "transcript", "required": false }],
          "scholarships": ["GRANT"] },
        { "slug": "postdoc", "title": "Postdoc", "position_type": "postdoc", "keywords": ["postdoc"] },
        { "slug": "intern", "title": "Intern", "position_type": "intern", "min_months": 3, "remote_allowed": true,
          "keywords": ["intern", "实习"], "eligible_levels": [6, 7], "date_posted_on": "2026-05-01",
          "requirements": [
            { "necessity": "must", "category": "availability", "statement": "At least 3 months." },
            { "ordinal": 2, "necessity": "preferred", "category": "skill", "statement": "Tides.", "weight": 2.5 }
          ] }
      ],
      "scholarships": [
        { "code": "GRANT", "name": "Tide Grant", "funder": "Sea Council", "needs_nomination": true,
          "components": [
            { "academic_year": "2027/28", "code": "stipend", "amount": 18500.50, "currency": "HKD", "per": "month" },
            { "academic_year": "2027/28", "code": "top_up", "amount": 200, "currency": "HKD", "per": "year",
              "from_month": 13, "to_month": 24, "conditional": true }
          ] }
      ],
      "questions": [{ "code": "when", "text": "When?", "type": "choice", "options": ["soon", "later"],
                      "positions": ["phd"] }],
      "privacy_notice": { "version": "1", "language": "en", "body": "For recruitment only.",
                          "effective_on": "2026-05-01" },
      "how_to_apply": { "email": "ana@example.org", "subject_rule": "Name the position.", "material": ["resume"] },
      "page": { "title": "Positions", "share": false, "sections": [{ "heading": "Description", "text": "Tides." }] }
    }
    """#

/// A text of the small call that is replaced, once, and what the reader must then say; nil when nothing.
struct ChangedCall: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let says: String?
    /// True when a JSON Schema cannot say it: names used twice, references, calendars.
    var isBeyondSchema = false

    init(_ old: String, _ new: String, _ says: String?, isBeyondSchema: Bool = false) {
        (self.old, self.new, self.says, self.isBeyondSchema) = (old, new, says, isBeyondSchema)
    }

    var testDescription: String { "\(old) -> \(new)" }

    /// The call with the change made; nil when the old text does not stand in it exactly once.
    var text: String? {
        let parts = smallCall.components(separatedBy: old)
        return parts.count == 2 ? parts.joined(separator: new) : nil
    }
}
