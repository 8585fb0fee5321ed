import MailMessage
import Testing

/// The names and texts of the files attached to a mail, one a line, after the body with `/` for its line ends.
private func drawn(_ message: Message) -> String {
    let body = message.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/")
    let files = message.attachments.map { file in
        "\(file.filename ?? "-") \(file.mediaType) \(file.partPath) \(String(decoding: file.bytes, as: UTF8.self))"
    }
    return ([body] + files).joined(separator: "\n")
}

private let hello = "%2&5L;&\\\n`\nend\n"

struct UUEncodedFileTests {
    @Test(arguments: [
        ("Dear lab\n\nbegin 644 cv.txt\n\(hello)", "Dear lab\ncv.txt application/octet-stream [2] Hello"),
        ("begin 0644 cv.txt\n\(hello)", "\ncv.txt application/octet-stream [1] Hello"),
        (
            "one\nbegin 644 a.txt\n\(hello)two\nbegin 600 b.txt\n\(hello)\nthree",
            """
            one//two//three
            a.txt application/octet-stream [2] Hello
            b.txt application/octet-stream [4] Hello
            """
        ),
        ("x\nbegin 644 my own cv.txt \n\(hello)", "x\nmy own cv.txt application/octet-stream [2] Hello"),
        ("x\nbegin 644 ../../cv.txt\n\(hello)", "x\ncv.txt application/octet-stream [2] Hello"),
        ("x\nbegin 644 简历.txt\n\(hello)", "x\n简历.txt application/octet-stream [2] Hello"),
        ("x\nbegin 644 a\n%2&5L;&\\\n \nend\n", "x\na application/octet-stream [2] Hello"),
        ("x\nbegin 644 a\n%2&5L;&\\\n\nend\n", "x\na application/octet-stream [2] Hello"),
        ("x\nbegin 644 a\n%2&5L;&\\\nend", "x\na application/octet-stream [2] Hello"),
        ("x\nbegin 644 a\n#86)C\n%2&5L;&\\ \n`\nend \n", "x\na application/octet-stream [2] abcHello"),
    ])
    func `a uuencoded file in a mail without parts is an attachment, and leaves the text`(
        body: String, expected: String
    ) {
        #expect(drawn(message("Subject: x\n\n\(body)")) == expected)
        let windows = "Subject: x\n\n\(body)".split(separator: "\n", omittingEmptySubsequences: false)
        #expect(drawn(message(windows.joined(separator: "\r\n"))) == expected)
    }

    @Test(arguments: [
        ("begin 644 cv.txt\n%2&5L;&\\\n`\n", "no end"),
        ("begin 644 cv.txt\n%2&5L;&\\\nand so on\n`\nend\n", "a line that is no data"),
        ("begin 644 cv.txt\n%2&5L;&\\AAAA\n`\nend\n", "a line longer than its count"),
        ("begin 644 cv.txt\n`\n%2&5L;&\\\nend\n", "data after the last line"),
        ("begin 644 cv.txt\n`\nend\n", "no data"),
        ("begin 644\n%2&5L;&\\\n`\nend\n", "no name"),
        ("begin 689 cv.txt\n%2&5L;&\\\n`\nend\n", "no octal mode"),
        ("begin 64 cv.txt\n%2&5L;&\\\n`\nend\n", "a mode too short"),
        ("Begin 644 cv.txt\n%2&5L;&\\\n`\nend\n", "a capital"),
        (" begin 644 cv.txt\n%2&5L;&\\\n`\nend\n", "not at the start of its line"),
        ("> begin 644 cv.txt\n> %2&5L;&\\\n> `\n> end\n", "quoted"),
        ("begin 644 cv.txt\nend\n", "nothing between"),
    ])
    func `what is not well formed stays in the text, so that nothing is lost`(body: String, why: String) {
        let message = message("Subject: x\n\nx\n\(body)")
        #expect(message.attachments.isEmpty, "\(why)")
        #expect(message.text == "x\n" + body.dropLast(), "\(why)")
    }

    @Test(arguments: [
        ("Content-Type: text/plain; charset=utf-8", true), ("Content-Transfer-Encoding: 7bit", true),
        ("MIME-Version: 1.0\nContent-Type: text/plain; format=flowed", true),
        ("Content-Type: text/html", false), ("Content-Type: text/plain; name=log.txt", false),
        ("Content-Disposition: attachment", false), ("Content-Type: text/csv", false),
        ("Content-Type: application/octet-stream", false),
    ])
    func `only a text that is the body is looked through`(fields: String, isFound: Bool) {
        let message = message("\(fields)\n\nx\nbegin 644 cv.txt\n\(hello)")
        #expect((message.attachments.first?.filename == "cv.txt") == isFound)
    }

    @Test func `a part of a multipart is left as it is: who writes parts attaches files as parts`() {
        let message = message("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbegin 644 cv.txt\n\(hello)--b--\n")
        #expect(message.attachments.isEmpty)
        #expect(message.text == "begin 644 cv.txt\n%2&5L;&\\\n`\nend")
    }

    @Test func `a relay may have made quoted-printable of it`() {
        let data = "Grüße\nbegin 644 a=b.txt\n\(hello)"
        let encoded = data.replacing("=", with: "=3D").replacing("ü", with: "=C3=BC").replacing("ß", with: "=C3=9F")
        let fields = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        #expect(drawn(message(fields + encoded)) == "Grüße\na=b.txt application/octet-stream [2] Hello")
    }

    @Test func `a file in a forwarded message is listed there`() {
        let inner = "From: Jane <jane@example.org>\nSubject: y\n\nx\nbegin 644 cv.txt\n\(hello)"
        let message = message(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n\(inner)--b--\n")
        #expect(message.forwarded?.attachments.map(\.filename) == ["cv.txt"])
        #expect(message.attachments.map(\.mediaType) == ["message/rfc822"])
    }

    @Test func `files beyond the limit of parts stay in the text with a defect`() {
        let body = String(repeating: "x\nbegin 644 cv.txt\n\(hello)", count: 10)
        let message = Message(Array("Subject: x\n\n\(body)".utf8), limits: Limits(parts: 7))
        #expect(message.attachments.count == 3)
        #expect(message.text.contains("begin 644 cv.txt"))
        #expect(message.defects == ["too_many_parts"])
    }
}
