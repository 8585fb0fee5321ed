import MailMessage
import Testing

@Test(arguments: [
    ("<a@example.org>", ["a@example.org"]),
    ("<a@example.org> <b@example.org>", ["a@example.org", "b@example.org"]),
    ("<a@example.org>\n <b@example.org>,<c@example.org>", ["a@example.org", "b@example.org", "c@example.org"]),
    ("<a @ example.org>", ["a@example.org"]),
    ("a@example.org", ["a@example.org"]),
    ("Your message of Monday <a@example.org>", ["a@example.org"]),
    ("Your message of Monday", []),
    ("<>", []),
    ("<a@example.org", ["a@example.org"]),
    ("", []),
])
func `identifiers stand without brackets`(raw: String, ids: [String]) {
    let message = message("References: \(raw)\nIn-Reply-To: \(raw)\n\n")
    #expect(message.references == ids)
    #expect(message.inReplyTo == ids)
}

@Test(arguments: [("<a@example.org>", "a@example.org"), ("bare", "bare"), ("<>", nil), ("", nil), (" < a@b > ", "a@b")])
func `a message has one identifier or none`(raw: String, id: String?) {
    #expect(message("Message-ID: \(raw)\n\n").messageID == id)
}
