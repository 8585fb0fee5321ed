import MailMessage
import Testing

/// A message drawn as its body and attachments, one a line.
private func drawn(_ message: Message) -> String {
    let body = message.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/")
    let lines = message.attachments.map { attachment in
        let name = attachment.filename ?? "-"
        return "\(name) \(attachment.mediaType) \(attachment.disposition ?? "-") \(attachment.byteSize)"
    }
    return (["\(message.bodySource): \(body)"] + lines).joined(separator: "\n")
}

private let head = "Content-Type: multipart/mixed; boundary=b\n\n"
private let pdf = "--b\nContent-Type: application/pdf; name=cv.pdf\n\n%PDF\n"

struct MultipartTests {
    @Test func `text, papers and inline pictures are told apart`() {
        let message = message(
            """
            Content-Type: multipart/mixed; boundary="outer"

            This is a multi-part message.
            --outer
            Content-Type: multipart/related; boundary="inner"

            --inner
            Content-Type: multipart/alternative; boundary="inner2"

            --inner2
            Content-Type: text/plain

            plain
            --inner2
            Content-Type: text/html

            <p>html</p>
            --inner2--
            --inner
            Content-Type: image/png
            Content-ID: <logo@example.org>
            Content-Disposition: inline

            png
            --inner--
            --outer
            Content-Type: text/plain; name="notes.txt"

            notes
            --outer
            Content-Type: text/plain
            Content-Disposition: attachment

            more
            --outer
            Content-Type: text/plain

            footer
            --outer--
            epilogue
            """)
        #expect(
            drawn(message) == """
                plain: plain//footer
                - image/png inline 3
                notes.txt text/plain - 5
                - text/plain attachment 4
                """)
        #expect(message.attachments.map(\.contentID) == ["logo@example.org", nil, nil])
        #expect(message.attachments.map(\.partPath) == [[1, 2], [2], [3]])
        #expect(message.defects == [])
    }

    @Test(arguments: [
        ("plain", "<p>html</p>", "plain: plain"),
        (" \n", "<p>html</p>", "html: html"),
        ("", "<p>html</p>", "html: html"),
        ("", "<p></p>", "none: "),
    ])
    func `of alternatives the plain one is read unless it is blank`(plain: String, html: String, body: String) {
        let parts = ["text/plain\n\n\(plain)", "text/html\n\n\(html)"]
        for order in [parts, parts.reversed()] {
            let inside = order.map { "--b\nContent-Type: \($0)\n" }.joined()
            #expect(drawn(message("Content-Type: multipart/alternative; boundary=b\n\n\(inside)--b--\n")) == body)
        }
    }

    private static let text = "--b\n\ntext\n"
    private static let typed = "--b\nContent-Type: text/plain\n\ntext\n"
    private static let encoded =
        "LS1iCgp0ZXh0Ci0tYgpDb250ZW50LVR5cGU6IGFwcGxpY2F0aW9uL3BkZjsgbmFtZT1jdi5wZGYKCiVQREYKLS1iLS0K"
    private static let broken: [(String, String, [String])] = [
        ("a closing boundary that is missing", "\(head)\(text)\(pdf.dropLast())", ["boundary_end_missing"]),
        ("boundaries with blanks after them", "\(head)--b \n\ntext\n\(pdf)--b-- \t\n", []),
        ("CRLF", "\(head)\(text)\(pdf)--b--\n".replacing("\n", with: "\r\n"), []),
        ("no boundary", "Content-Type: multipart/mixed\n\n\(typed)\(pdf)--b--\n", ["boundary_missing"]),
        ("a wrong one", "Content-Type: multipart/mixed; boundary=x\n\n\(typed)\(pdf)--b--\n", ["boundary_wrong"]),
        ("boundaries that begin like it", "\(head)--b\n\ntext\n--bb\n--b-\n\(pdf)--b--\n", []),
        ("an encoded multipart", "Content-Transfer-Encoding: base64\n\(head)\(encoded)\n", ["multipart_encoded"]),
        ("two types", "Content-Type: text/plain\n\(head)\(text)\(pdf)--b--\n", ["field_twice: content-type"]),
    ]

    @Test(arguments: broken)
    func `broken boundaries lose nothing`(about: String, source: String, defects: [String]) {
        let message = message(source)
        #expect(message.attachments.map(\.bytes) == [Array("%PDF".utf8)])
        #expect(message.attachments.map(\.filename) == ["cv.pdf"])
        #expect(message.text.hasPrefix("text"))
        #expect(message.defects == defects)
    }

    @Test func `a part with its parent's boundary loses nothing`() {
        let inner = "--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\ntext\n--b--\n"
        let message = message(head + inner + pdf + "--b--\n")
        #expect(drawn(message) == "plain: text\ncv.pdf application/pdf - 4")
    }

    @Test func `a multipart without any boundary is text`() {
        let message = message(head + "all that is left\n")
        #expect(drawn(message) == "plain: all that is left")
        #expect(message.defects == ["boundary_not_found"])
    }

    @Test func `parts beyond a thousand are cut`() {
        let message = message(head + String(repeating: pdf, count: 1500) + "--b--\n")
        #expect(message.attachments.count == 1000)
        #expect(message.defects == ["too_many_parts"])
    }

    @Test func `containers deeper than 32 are cut`() {
        let nested = (0..<40).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(message(nested + "\ntext").defects.contains("too_deep"))
        let few = (0..<30).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(message(few + "\ntext").text == "text")
    }

    @Test(arguments: [
        ("TEXT/PLAIN", "plain: x"), ("text", "plain: x"), ("plain", "plain: x"), ("html", "html: x"),
        ("nonsense", "plain: x"), ("", "plain: x"), ("text/markdown", "plain: x"),
        ("image/x-nothing", "none: \n- image/x-nothing - 1"), ("text/calendar", "none: \n- text/calendar - 1"),
        ("text/plain; charset=utf-8; name=\"\"", "plain: x"), ("text/plain charset=utf-8", "plain: x"),
        ("application/pdf; name=\"a.pdf\"", "none: \na.pdf application/pdf - 1"),
    ])
    func `a type is read`(type: String, body: String) {
        #expect(drawn(message("Content-Type: \(type)\n\nx")) == body)
    }

    @Test func `a text attachment has LF, another one keeps its bytes`() {
        let message = message(
            head + "--b\nContent-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\nYQ0KYg0KDQ==\n"
                + "--b\nContent-Type: application/json; name=a.json\n\n{\r\n}\n--b--\n")
        #expect(message.attachments.map(\.bytes) == [Array("a\nb\n\r".utf8), Array("{\r\n}".utf8)])
    }
}

struct FilenameTests {
    @Test(
        arguments: [
            ("filename=cv.pdf", "cv.pdf"),
            ("filename=\"my cv.pdf\"", "my cv.pdf"),
            ("filename=my cv.pdf", "my cv.pdf"),
            ("filename=cv(1).pdf; size=3", "cv(1).pdf"),
            ("filename=\"a\\\"b.pdf\"", "a\"b.pdf"),
            ("filename*=utf-8''%E7%AE%80%E5%8E%86.pdf", "简历.pdf"),
            ("filename*=gb2312'zh'%BC%F2%C0%FA.pdf", "简历.pdf"),
            ("filename*0=long; filename*1=\"er.pdf\"", "longer.pdf"),
            ("filename*0*=utf-8''%E7%AE; filename*1*=%80; filename*2=.pdf", "简.pdf"),
            ("filename*1*=%80; filename*0*=utf-8''%E7%AE", "简"),
            ("filename*=utf-8''a.pdf; filename=b.pdf", "a.pdf"),
            ("filename=\"=?utf-8?B?566A5Y6GLnBkZg==?=\"", "简历.pdf"),
            ("filename==?utf-8?B?566A5Y6GLnBkZg==?=", "简历.pdf"),
            ("filename=\"=?utf-8?B?566A?= =?utf-8?B?5Y6GLnBkZg==?=\"", "简历.pdf"),
            ("filename=\"简历.pdf\"", "简历.pdf"),
            ("filename=\"/etc/passwd\"", "passwd"),
            ("filename=\"C:\\Users\\x\\cv.pdf\"", "cv.pdf"),
            ("filename=\"../../cv.pdf\"", "cv.pdf"),
            ("filename=\"a\u{202E}fdp.exe\u{7}\"", "afdp.exe"),
            ("filename=\"open.pdf", "open.pdf"),
            ("filename=\"cv.pdf\" size=3", "cv.pdf"),
            ("FILENAME=cv.pdf", "cv.pdf"),
            ("filename=a.pdf; filename=b.pdf", "a.pdf"),
            ("filename=\"..\"", nil), ("filename=\".\"", nil), ("filename=\"\"", nil), ("filename=\"dir/\"", nil),
            ("filename", nil), ("size=3", nil),
        ] as [(String, String?)])
    func `a name is read and cleaned`(parameters: String, name: String?) {
        let source = "Content-Type: application/pdf\nContent-Disposition: attachment; \(parameters)\n\nx"
        #expect(message(source).attachments.map(\.filename) == [name])
    }

    @Test(arguments: [
        ("a/b; name=n.pdf; name*=utf-8''ns.pdf", "attachment; filename=f.pdf; filename*=utf-8''fs.pdf", "fs.pdf"),
        ("a/b; name=n.pdf; name*=utf-8''ns.pdf", "attachment; filename=f.pdf", "f.pdf"),
        ("a/b; name=n.pdf; name*=utf-8''ns.pdf", "attachment", "ns.pdf"),
        ("a/b; name=n.pdf", "attachment; filename=..", "n.pdf"),
    ])
    func `the four places of a name have an order`(type: String, disposition: String, name: String) {
        let message = message("Content-Type: \(type)\nContent-Disposition: \(disposition)\n\nx")
        #expect(message.attachments.map(\.filename) == [name])
    }

    @Test func `a long name is cut to 255 bytes and keeps its ending`() throws {
        let long = String(repeating: "简", count: 200) + ".pdf"
        let message = message("Content-Type: application/pdf; name=\"\(long)\"\n\nx")
        let name = try #require(message.attachments.first?.filename)
        #expect(name == String(repeating: "简", count: 83) + ".pdf")
    }
}
