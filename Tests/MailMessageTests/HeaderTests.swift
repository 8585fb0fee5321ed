import MailMessage
import Testing

struct HeaderTests {
    @Test(arguments: [
        ("Subject: one\n two\n\tthree\n\nbody", "one two three"),
        ("Subject: one\r\n two\r\n\r\nbody", "one two"),
        ("Subject: one\r\n   two\n \t three\n\nbody", "one two three"),
        ("Subject: one \n two\t\n\tthree\n\nbody", "one two three"),
        ("Subject: one\n \n\t\n two\n\nbody", "one two"),
        ("Subject: a  b\n   c  d\n\nbody", "a  b c  d"),
        ("SUBJECT:no blank\n\nbody", "no blank"),
        ("Subject : blank before the colon\n\nbody", "blank before the colon"),
        ("Subject:\n\nbody", ""),
        ("Subject: \n folded at once\n\nbody", "folded at once"),
        ("Subject: one\nSubject: two\n\nbody", "one"),
        ("From a@example.org Mon Mar  1 12:00:00 2027\nSubject: after a From line\n\nbody", "after a From line"),
        (">From a@example.org Mon Mar  1 12:00:00 2027\nSubject: after a quoted one\n\nbody", "after a quoted one"),
        ("\n\nSubject: after blank lines\n\nbody", "after blank lines"),
        ("Subject: a fold without\nits blank\nTo: b@example.org\n\nbody", "a fold without its blank"),
        ("X-A: b\n__\n more\nSubject: after a broken line\n\nbody", "after a broken line"),
        ("Subject: only carriage returns\r\rbody", "only carriage returns"),
        ("To: a@example.org\n \nSubject: after a line of blanks\n\nbody", "after a line of blanks"),
        ("no field at all", ""),
        ("", ""),
    ])
    func `a field is found and unfolded`(source: String, subject: String) {
        #expect(message(source).subject == subject)
    }

    @Test(arguments: [
        ("Subject: x\n\nDear lab,\nhello", "Dear lab,\nhello"),
        (
            "Subject: x\nDear lab, the empty line is lost.\nI apply.\n\nYours",
            "Dear lab, the empty line is lost.\nI apply.\n\nYours"
        ),
        ("Subject: x\n \nDear lab,\nhello", "Dear lab,\nhello"),
        ("Dear lab: no header, but a colon later\nhello", "Dear lab: no header, but a colon later\nhello"),
        ("just text", "just text"),
        ("Subject: x", ""),
    ])
    func `the body begins after the header`(source: String, text: String) {
        #expect(message(source).text == text)
    }

    @Test(arguments: [
        ("A: b\nFrom me: x\nSubject: x\n\n", ["from_line_in_header"]),
        ("A: b\ngarbage\nSubject: x\n\n", ["header_line_broken"]),
        ("A: b\ngarbage\nmore\n\n", ["header_end_missing"]),
        ("garbage\nmore\n\n", ["header_missing"]),
        ("\nA: b\n\n", ["blank_lines_before_header"]),
        ("From: a@example.org\nFrom: b@example.org\n\n", ["field_twice: from"]),
        ("A: b\n\n", []),
    ])
    func `what was mended is said`(source: String, defects: [String]) {
        #expect(message(source).defects == defects)
    }

    @Test func `any field can be read, in order, by any spelling of its name`() {
        let message = message("X-Note: =?utf-8?Q?=C3=A9?=\nx-note: two\nReceived: by a\n\n")
        #expect(message.headers("X-NOTE") == ["é", "two"])
        #expect(message.header("received") == "by a")
        #expect(message.header("none") == nil)
    }

    @Test func `a field of more than 256 KB is cut, and the next one is read`() {
        let message = message("X-Long: \(String(repeating: "x", count: 300_000))\n more\nSubject: next\n\n")
        #expect(message.header("x-long")?.utf8.count == 256 * 1024 - 1)
        #expect(message.subject == "next")
        #expect(message.defects == ["header_field_too_long"])
    }

    @Test func `headers of more than 4 MB are cut, and the body is read`() {
        let field = "X-Long: \(String(repeating: "x", count: 200_000))\n"
        let message = message(String(repeating: field, count: 25) + "Subject: too late\n\nbody")
        #expect(message.subject == "")
        #expect(message.text == "body")
        #expect(message.defects == ["headers_too_long"])
    }
}
