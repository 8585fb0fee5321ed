import MailMessage

@testable import RecruitDB

/// A mail as a test draws it: header lines, `[file]` lines for what is attached, an empty line, the text.
struct WrittenMail {
    let message: Message

    /// To, Date and Message-ID are filled in where the drawing has none.
    init(_ drawing: String) {
        let bytes = Array(Self.bytes(drawing).utf8)
        message = Message(bytes)
    }

    static func bytes(_ drawing: String) -> String {
        var lines = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        var header: [String] = []
        var files: [String] = []
        while let line = lines.first, !line.isEmpty {
            if line.hasPrefix("[") { files.append(String(line.dropFirst().dropLast())) } else { header.append(line) }
            lines = lines.dropFirst()
        }
        let text = lines.dropFirst().joined(separator: "\n")
        for (name, value) in [
            ("To", "Hao Chen <chen@lab.example.edu>"), ("Date", "Tue, 24 Nov 2026 12:00:00 +0800"),
            ("Message-ID", "<new@example.org>"), ("MIME-Version", "1.0"),
        ] where !header.contains(where: { $0.lowercased().hasPrefix(name.lowercased() + ":") }) {
            header.append("\(name): \(value)")
        }
        guard !files.isEmpty else {
            return (header + ["Content-Type: text/plain; charset=utf-8", "", text]).joined(separator: "\n")
        }
        var parts = ["Content-Type: text/plain; charset=utf-8\n\n\(text)"]
        parts += files.map(part)
        let boundary = "=_part\(header.joined().utf8.count)_\(drawing.utf8.count)"
        let body = parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
        return (header + ["Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "", body]).joined(separator: "\n")
    }

    /// `cv.pdf`, `logo.png inline`, `cv.txt: the text`, or a message by its name: `message: NAME`.
    private static func part(_ file: String) -> String {
        if file.hasPrefix("message: "), let inner = inner[String(file.dropFirst(9))] {
            return "Content-Type: message/rfc822\n\n\(bytes(inner))"
        }
        if let colon = file.firstIndex(of: ":") {
            return """
                Content-Type: text/plain; charset=utf-8; name="\(file[..<colon])"
                Content-Disposition: attachment; filename="\(file[..<colon])"

                \(file[file.index(after: colon)...])
                """
        }
        let words = file.split(separator: " ").map(String.init)
        let isInline = words.last == "inline"
        let name = isInline ? words.dropLast().joined(separator: " ") : file
        let media =
            name.hasSuffix("png") ? "image/png" : name.hasSuffix("ics") ? "text/calendar" : "application/octet-stream"
        return """
            Content-Type: \(media)
            Content-Disposition: \(isInline ? "inline" : "attachment"); filename="\(name)"
            \(isInline ? "Content-ID: <ii_1>\n" : "")
            %PDF-1.4 \(name)
            """
    }

    /// Messages that others attach.
    private static let inner = [
        "ada": """
        From: Ada Byron <ada@example.org>
        Subject: PhD application, Fall 2027
        [cv.pdf]

        Dear Prof. Chen, I would like to apply.
        """,
        "ada by a colleague": """
        From: Colin Colleague <colin@example.com>
        Subject: Fwd: PhD application
        [message: ada]

        For you.
        """,
        "ada by a member": """
        From: Mei Lin <mei@lab.example.edu>
        Subject: Fwd: PhD application
        [message: ada]

        For you.
        """,
        "office": """
        From: Graduate School <admissions@example.edu>
        Subject: PhD application
        [cv.pdf]

        See attached.
        """,
        "bob": """
        From: Bob Boole <bob@example.org>
        Subject: PhD application
        [cv.pdf]

        I apply for a place.
        """,
    ]
}

/// What the lab of the tests has on file.
struct LabOfTests: MailContext {
    static let laboratory = Laboratory(
        members: ["Chen@lab.example.edu", "mei@lab.example.edu"],
        addresses: ["lab@lists.example.edu", "apply@lab.example.edu"])

    static let rules = MailRules(
        laboratory: laboratory,
        positions: CallOfTests.positions.map { position in
            AdvertisedPosition(
                slug: position.slug, keywords: position.keywords,
                intakes: [
                    OpenIntake(code: "2027-fall", opensOn: "2026-09-01", closesOn: "2027-03-31"),
                    OpenIntake(code: "2028-spring", opensOn: "2027-04-01", closesOn: "2027-09-30"),
                ],
                isAssignedByPeople: position.slug == "other")
        })

    static let grace = KnownPerson(
        id: 1, ref: "P-0001", names: ["Grace Hopper"],
        applications: [
            KnownApplication(id: 1, ref: "A-2027-0001", position: "phd", intake: "2027-fall", isOpen: true)
        ])
    static let couple = KnownPerson(
        id: 2, ref: "P-0002", names: ["Li Wei", "李伟"],
        applications: [
            KnownApplication(id: 2, ref: "A-2027-0002", position: "research-assistant", intake: nil, isOpen: true)
        ])
    static let two = KnownPerson(
        id: 3, ref: "P-0003", names: ["Emmy Noether"],
        applications: [
            KnownApplication(id: 3, ref: "A-2027-0003", position: "phd", intake: "2027-fall", isOpen: true),
            KnownApplication(id: 4, ref: "A-2027-0004", position: "intern", intake: "2027-fall", isOpen: true),
        ])
    static let old = KnownPerson(
        id: 4, ref: "P-0004", names: ["Old Applicant"],
        applications: [
            KnownApplication(id: 5, ref: "A-2026-0001", position: "phd", intake: "2026-fall", isOpen: false)
        ])

    func thread(of ids: [String]) -> KnownThread? {
        ids.contains("grace@thread")
            ? thread(Self.grace, "PhD application")
            : ids.contains("two@thread")
                ? thread(Self.two, "PhD and internship") : nil
    }

    private func thread(_ person: KnownPerson, _ subject: String) -> KnownThread? {
        person.applications.first.map { KnownThread(person: person, application: $0, subject: subject) }
    }

    func person(address: String) -> KnownPerson? {
        switch address {
        case "grace@example.org": Self.grace
        case "couple@example.org": Self.couple
        case "two@example.org": Self.two
        case "old@example.org": Self.old
        default: nil
        }
    }

    func person(mentionedIn text: String) -> KnownPerson? {
        WordTokens(text).tokens.contains { $0.text == "hopper" } ? Self.grace : nil
    }
}

extension MailDecision {
    /// The decision on one line, as the tables of the tests have it.
    var picture: String {
        var words = [triage.rawValue]
        if let why { words.append(why.rawValue) }
        if let new {
            words += [new.position, new.intake ?? "-", new.applicant.address, "(\(new.applicant.name ?? ""))"]
            if new.isForwarded { words.append("forwarded") }
            if let person = new.person { words.append("P-000\(person)") }
        }
        if let joins { words.append("-> \(joins.ref)") }
        if why == .forwardFromOutside || why == .referenceLetter {
            words.append("? " + (suggestion?.person?.ref ?? suggestion?.applicant?.address ?? "-"))
        }
        return words.joined(separator: " ")
    }
}
