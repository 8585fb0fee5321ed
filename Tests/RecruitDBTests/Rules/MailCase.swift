import Testing

@testable import RecruitDB

/// One mail and what must become of it.
struct MailCase: Sendable, CustomTestStringConvertible {
    let title: String
    let mail: String
    let expected: String

    init(_ title: String, _ mail: String, _ expected: String) {
        self.title = title
        self.mail = mail
        self.expected = expected
    }

    var testDescription: String { title }

    var decided: MailDecision {
        LabOfTests.rules.decide(WrittenMail(mail).message, context: LabOfTests())
    }
}

/// Cases for mails that differ in few words: subject, files, text.
func mails(from: String = "Ada Byron <ada@example.org>", _ lines: String) -> [MailCase] {
    lines.split(separator: "\n").map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let files = parts[1].split(separator: ",").map { "[" + $0.drop { $0 == " " } + "]" }
        let mail = (["From: \(from)", "Subject: \(parts[0])"] + files + ["", parts[2]]).joined(separator: "\n")
        return MailCase(line.description, mail, parts[3])
    }
}
