/// What an invented message is, and what the rules must make of it.
struct Truth {
    enum Kind: String {
        case application, supplement, reply, sent, enquiry, automatic, spam, undecided, withdrawal
        case referenceLetter = "reference_letter"
    }

    var kind: Kind
    /// The recipe that made the message, for the reader of a difference.
    var scenario: String
    /// False when the message must wait for a person.
    var clear: Bool
    /// The triage expected after the import.
    var triage: String
    var position: String?
    var intake: String?
    var statesIntake = false
    var applicantAddress: String?
    var applicantName: String?
    /// The number of the true application that the message belongs to.
    var application: Int?
    /// The index of the message that this one repeats.
    var duplicateOf: Int?
    var papers: [PaperTruth] = []

    /// A message that waits for a person.
    static func waits(_ kind: Kind, _ scenario: String) -> Truth {
        Truth(kind: kind, scenario: scenario, clear: false, triage: "undecided")
    }
}

/// An attachment that is a paper.
struct PaperTruth {
    let filename: String
    let type: DocumentType
    let mediaType: String
    let sha256: String
    let byteCount: Int
}

extension Truth {
    /// Returns the line of the truth listing, an object of JSON and a line end.
    func line(index: Int, mail: Mail) -> String {
        var json = JSONLine()
        json.add("index", index)
        json.add("message_id", mail.messageID)
        json.add("kind", kind.rawValue)
        json.add("scenario", scenario)
        json.add("clear", clear)
        json.add("triage", triage)
        json.add("position", position)
        json.add("intake", intake)
        json.add("intake_stated", statesIntake)
        json.add("applicant_email", applicantAddress)
        json.add("applicant_name", applicantName)
        json.add("application", application)
        json.add("duplicate_of", duplicateOf)
        json.add("sender", mail.from.address)
        json.add("subject", mail.subject)
        json.add("received_at", MailDate.iso(mail.time))
        let list = papers.map { paper in
            var entry = JSONLine()
            entry.add("filename", paper.filename)
            entry.add("document_type", paper.type.rawValue)
            entry.add("media_type", paper.mediaType)
            entry.add("byte_size", paper.byteCount)
            entry.add("sha256", paper.sha256)
            return entry.text
        }
        json.add(raw: "papers", "[" + list.joined(separator: ",") + "]")
        return json.text + "\n"
    }
}

/// One object of JSON, member by member in the order given.
struct JSONLine {
    private var members = ""

    var text: String { "{" + members + "}" }

    mutating func add(_ name: String, _ value: String?) { add(raw: name, value.map(JSONLine.quoted) ?? "null") }
    mutating func add(_ name: String, _ value: Int?) { add(raw: name, value.map(String.init) ?? "null") }
    mutating func add(_ name: String, _ value: Bool) { add(raw: name, value ? "true" : "false") }
    mutating func add(raw name: String, _ value: String) {
        if !members.isEmpty { members += "," }
        members += "\"\(name)\":\(value)"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 0x10 ? "0" : "1") + String(scalar.value & 15, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
