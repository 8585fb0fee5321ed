import Foundation
import MailMessage
import Testing

/// Messages drawn as subject and where they lay.
private func drawn(_ path: URL, in folder: URL) throws -> [String] {
    var lines: [String] = []
    try Mailbox(path: path.path).forEach { raw in
        let place = raw.source.replacingOccurrences(of: folder.path + "/", with: "")
        lines.append("\(Message(raw.bytes).subject) \(place) \(raw.offset)")
    }
    return lines
}

private func bodies(_ mbox: String) throws -> [String] {
    try withScratchFolder { folder in
        var bodies: [String] = []
        let file = try folder.write(mbox, to: "x.mbox")
        try Mailbox(path: file.path).forEach { raw in
            let text = String(decoding: raw.bytes, as: UTF8.self)
            let end = text.range(of: "\r\n\r\n", options: .literal) ?? text.range(of: "\n\n", options: .literal)
            bodies.append(String(end.map { text[$0.upperBound...] } ?? ""))
        }
        return bodies
    }
}

private let from = "From a@example.org Mon Mar  1 12:00:00 2027\n"

struct MboxTests {
    @Test(arguments: [
        ("\(from)Subject: 1\n\none\n\n\(from)Subject: 2\n\ntwo\n\n", ["one\n", "two\n"]),
        ("\(from)Subject: 1\n\none\n\n\(from)Subject: 2\n\ntwo", ["one\n", "two"]),
        (
            "\(from)Subject: 1\n\none\n>From here\n>>From there\n> From x\n\n",
            ["one\nFrom here\n>From there\n> From x\n"]
        ),
        (
            "\(from)Subject: 1\n\none\n\nFrom the lab, Monday 2027\nmore\n\n",
            ["one\n\nFrom the lab, Monday 2027\nmore\n"]
        ),
        ("\(from)Subject: 1\n\none\n\nFrom May 2027 at 12:00 I work\n\n", ["one\n\nFrom May 2027 at 12:00 I work\n"]),
        ("\(from)Subject: 1\n\none\n\(from)not after an empty line\n\n", ["one\n\(from)not after an empty line\n"]),
        ("\(from)Subject: 1\r\n\r\none\r\n\r\n\(from)Subject: 2\r\n\r\ntwo\r\n\r\n", ["one\r\n", "two\r\n"]),
        ("\(from)Subject: 1\n\n\n\n\(from)Subject: 2\n\n\n", ["\n", ""]),
        ("From - Mon Mar  1 12:00:00 2027\nSubject: 1\n\none\n", ["one\n"]),
        ("From 123@xxx Mon Mar 01 12:00:00 +0000 2027\nSubject: 1\n\none\n", ["one\n"]),
        ("From a at example.org  Mon Mar  1 12:00:00 2027\nSubject: 1\n\none\n", ["one\n"]),
        ("\n\n\(from)Subject: 1\n\none\n\n", ["one\n"]),
    ])
    func `an mbox is divided at its From lines only`(mbox: String, messages: [String]) throws {
        #expect(try bodies(mbox) == messages)
    }

    @Test func `messages have their place, and the date of their From line`() throws {
        try withScratchFolder { folder in
            let file = try folder.write("\(from)Subject: 1\n\none\n\n\(from)Subject: 2\n\n", to: "in.mbox")
            let mailbox = try Mailbox(path: file.path)
            #expect(mailbox.kind == .mbox)
            #expect(mailbox.byteSize == 117)
            #expect(try drawn(file, in: folder) == ["1 in.mbox 0", "2 in.mbox 61"])
            try mailbox.forEach { #expect($0.envelopeDate == 1_803_902_400) }
        }
    }

    @Test func `messages longer than a piece of the file are whole`() throws {
        try withScratchFolder { folder in
            let line = String(repeating: "x", count: 75) + "\n"
            var mbox = ""
            for number in 1...4 {
                let body = String(repeating: line, count: number * 9_000)
                mbox += "\(from)Subject: \(number)\nMessage-ID: <\(number)@example.org>\n\n\(body)\n"
            }
            let file = try folder.write(mbox, to: "big.mbox")
            var sizes: [Int] = []
            try Mailbox(path: file.path).forEach { sizes.append(Message($0.bytes).text.utf8.count) }
            #expect(sizes == (1...4).map { $0 * 9_000 * 76 - 1 })
        }
    }
}

struct FolderTests {
    private func mail(_ subject: String, day: Int) -> String {
        "Received: from a by b; \(day) Mar 2027 12:00:00 +0000\nSubject: \(subject)\n\ntext\n"
    }

    @Test func `a folder is read by the date received, then by path`() throws {
        try withScratchFolder { folder in
            try folder.write(mail("third", day: 3), to: "a.eml")
            try folder.write(mail("first", day: 1), to: "b/c.eml")
            try folder.write("\(from)\(mail("fourth", day: 4))\n\(from)\(mail("second", day: 2))\n", to: "d.mbox")
            try folder.write(mail("fifth", day: 5), to: "Maildir/cur/1.a:2,S")
            try folder.write(mail("also fifth", day: 5), to: "Maildir/new/2.b")
            try folder.write(mail("not delivered yet", day: 1), to: "Maildir/tmp/3.c")
            try folder.write(mail("hidden", day: 1), to: ".hidden.eml")
            try folder.write("\u{0}\u{1}binary", to: "picture.png")
            try folder.write("", to: "empty.eml")
            try folder.write(mail("outside", day: 1), to: "../\(folder.lastPathComponent)-outside/x.eml")
            let outside = folder.deletingLastPathComponent().appendingPathComponent(
                "\(folder.lastPathComponent)-outside")
            defer { try? FileManager.default.removeItem(at: outside) }
            let link = folder.appendingPathComponent("link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside)
            #expect(
                try drawn(folder, in: folder) == [
                    "first b/c.eml 0", "second d.mbox 116", "third a.eml 0", "fourth d.mbox 0",
                    "fifth Maildir/cur/1.a:2,S 0", "also fifth Maildir/new/2.b 0",
                ])
            #expect(try Mailbox(path: folder.path).kind == .folder)
            let maildir = try Mailbox(path: folder.appendingPathComponent("Maildir").path)
            #expect(maildir.kind == .maildir)
            #expect(maildir.estimatedCount == 2)
        }
    }

    @Test func `a file that cannot be read is told, and the others are read`() throws {
        try withScratchFolder { folder in
            try folder.write(mail("one", day: 1), to: "a.eml")
            try folder.write(mail("two", day: 2), to: "b.eml")
            let mailbox = try Mailbox(path: folder.path)
            try FileManager.default.removeItem(at: folder.appendingPathComponent("a.eml"))
            var told: [String] = []
            var count = 0
            try mailbox.forEach(onUnreadable: { told.append($0.description) }) { _ in count += 1 }
            #expect(told == ["\(folder.path)/a.eml: there is no such file or folder"])
            #expect(count == 1)
            #expect(throws: MailboxError.self) { try mailbox.forEach { _ in } }
        }
    }

    @Test func `what is no mail is refused in a sentence`() throws {
        try withScratchFolder { folder in
            let empty = try folder.write("", to: "empty.eml")
            let noise = try folder.write("\u{0}\u{1}\u{2}", to: "noise")
            let hollow = folder.appendingPathComponent("hollow")
            try FileManager.default.createDirectory(at: hollow, withIntermediateDirectories: true)
            let absent = folder.appendingPathComponent("absent").path
            #expect(throws: MailboxError.notFound(path: absent)) { try Mailbox(path: absent) }
            #expect(throws: MailboxError.empty(path: empty.path)) { try Mailbox(path: empty.path) }
            #expect(throws: MailboxError.notMail(path: noise.path)) { try Mailbox(path: noise.path) }
            #expect(throws: MailboxError.empty(path: hollow.path)) { try Mailbox(path: hollow.path) }
        }
    }
}

struct IdentityTests {
    private static let mail = """
        Received: from a by b; 1 Mar 2027 12:00:00 +0000
        From: Jane Doe
         <jane@example.org>
        Date: Mon, 01 Mar 2027 12:00:00 +0000
        Message-ID: <one@example.org>

        Dear lab,
        From here on it is quoted.
        >From there too.

        Jane

        """

    private func identities(_ files: [(name: String, text: String)]) throws -> Set<String> {
        try withScratchFolder { folder in
            var found: Set<String> = []
            for file in files {
                let path = try folder.write(file.text, to: file.name)
                try Mailbox(path: path.path).forEach { found.insert($0.identity()) }
            }
            return found
        }
    }

    @Test(arguments: [mail, mail.replacing("Message-ID: <one@example.org>\n", with: "")])
    func `a mail is the same in every shape`(mail: String) throws {
        let quoted = mail.replacing("\n>From ", with: "\n>>From ").replacing("\nFrom here", with: "\n>From here")
        let quotedOnce = mail.replacing("\nFrom here", with: "\n>From here")
        let found = try identities([
            ("a.eml", mail), ("crlf.eml", mail.replacing("\n", with: "\r\n")), ("mboxrd", from + quoted + "\n"),
            ("mboxo", from + quotedOnce + "\n"), ("crlf.mbox", (from + quoted + "\n").replacing("\n", with: "\r\n")),
            ("M/cur/1:2,S", mail), ("blank.eml", mail + "\n\n"), ("one-line-less.eml", String(mail.dropLast())),
        ])
        #expect(found.count == 1)
    }

    @Test func `the way that a mail took makes no other mail of it`() {
        let other = "Received: from c by d; 2 Mar 2027 12:00:00 +0000\nStatus: RO\n" + Self.mail
        #expect(identity(other) == identity(Self.mail))
    }

    @Test(arguments: [
        ("Dear lab", "Dear labs"), ("jane@", "joan@"), ("12:00:00 +0000\nM", "12:00:01 +0000\nM"), ("<one@", "<two@"),
    ])
    func `another author, date, body or identifier is another mail`(what: String, other: String) {
        #expect(identity(Self.mail.replacing(what, with: other)) != identity(Self.mail))
    }

    @Test func `the canonical bytes have LF, no quoting and no blank end`() {
        let raw = RawMessage(bytes: Array("A: b\r\n\r\n>>From x\r\ny\rz\r\n\r\n\r\n".utf8), source: "-")
        #expect(String(decoding: raw.canonicalBytes(), as: UTF8.self) == "A: b\n\nFrom x\ny\rz")
    }

    private func identity(_ text: String) -> String { RawMessage(bytes: Array(text.utf8), source: "-").identity() }
}
