import MailMessage
import Testing

/// A message whose body is one part.
private func single(_ type: String, _ encoding: String = "8bit", body: [UInt8]) -> Message {
    Message(Array("Content-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n".utf8) + body)
}

private func single(_ type: String, _ encoding: String = "8bit", body: String) -> Message {
    single(type, encoding, body: Array(body.utf8))
}

struct BodyTests {
    @Test(arguments: [
        ("base64", "SGVsbG8=", "Hello"),
        ("BASE64", "SGVs\r\nbG8=\r\n", "Hello"),
        ("base64", "SGVsbG8", "Hello"),
        ("base64", "SGVs*bG8=", "Hello"),
        ("base64", "SGU=bGxv", "Hello"),
        ("base64", "SGU=\nbGxv\n", "Hello"),
        ("base64", "SGVsbG8=\n-- \nA list's footer\n", "Hello"),
        ("quoted-printable", "Hel=6C=6f", "Hello"),
        ("quoted-printable", "Hel=\nlo", "Hello"),
        ("quoted-printable", "Hel= \t\r\nlo", "Hello"),
        ("quoted-printable", "Hello \t\nyou", "Hello\nyou"),
        ("quoted-printable", "1 = 1 =ZZ", "1 = 1 =ZZ"),
        ("quoted-printable", "end=", "end"),
        ("x-uuencode", "begin 644 a\n%2&5L;&\\\n`\nend\n", "Hello"),
        ("7bit", "Hello", "Hello"),
        ("binary", "Hello", "Hello"),
        ("x-nonsense", "Hello", "Hello"),
        ("7bit (comment)", "Hello", "Hello"),
        ("\"base64\"", "SGVsbG8=", "Hello"),
    ])
    func `a transfer encoding is undone`(encoding: String, body: String, text: String) {
        #expect(single("text/plain", encoding, body: body).text == text)
    }

    @Test(arguments: [
        ("base64", "SGVsbG8", ["base64_broken"]), ("base64", "SGVsbG8=", []),
        ("quoted-printable", "=ZZ", ["quoted_printable_broken"]),
        ("x-nonsense", "x", ["transfer_encoding_unknown: x-nonsense"]), ("x-uuencode", "x", ["uuencode_broken"]),
    ])
    func `a broken transfer encoding is said`(encoding: String, body: String, defects: [String]) {
        #expect(single("text/plain", encoding, body: body).defects == defects)
    }

    @Test(
        arguments: [
            ("utf-8", [0xE4, 0xB8, 0xAD], "中"), ("\"UTF-8\"", [0xE4, 0xB8, 0xAD], "中"), ("utf8", [0xC3, 0xA9], "é"),
            ("gb2312", [0xD6, 0xD0], "中"), ("GBK", [0x84, 0x41], "凙"),
            ("gb18030", [0x81, 0x39, 0xEF, 0x30], "㐁"), ("hz-gb-2312", Array("~{VPND~}!".utf8), "中文!"),
            ("big5", [0xA4, 0xA4], "中"), ("big5-hkscs", [0x88, 0x62], "Ê̄"), ("big5", [0xFA, 0x40], "𠕇"),
            ("iso-8859-1", [0x93, 0xE9, 0x94], "“é”"), ("us-ascii", [0x93, 0xE9, 0x94], "“é”"),
            ("us-ascii", [0xC3, 0xA9], "é"), ("ks_c_5601-1987", [0xC7, 0xD1], "한"), ("iso-2022-kr-x", [0x41], "A"),
            ("shift_jis", [0x93, 0xFA], "日"), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
            ("utf-16", [0xFE, 0xFF, 0x4E, 0x2D], "中"), ("utf-16", [0x2D, 0x4E, 0x0A, 0x00, 0x41, 0x00], "中\nA"),
            ("utf-16le", [0x2D, 0x4E], "中"), ("utf-7", Array("+Ti0-".utf8), "中"), ("iso-8859-2", [0xB1], "ą"),
            ("iso8859-15", [0xA4], "€"), ("windows-1251", [0xCF], "П"), ("koi8-r", [0xF0], "П"),
            ("cp1250", [0xB9], "ą"),
            ("utf-8", [0xEF, 0xBB, 0xBF, 0x41, 0x00, 0x42], "AB"), ("charset=utf-8", [0xC3, 0xA9], "é"),
            ("iso-8859-8-i", [0xE0], "א"), ("utf-8", [0x41, 0xE9, 0x42], "AéB"), ("", [0xC3, 0xA9], "é"),
            ("unknown-8bit", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("gb2312", [0xC3, 0xA9], "茅"),
            ("gb2312", [0xE4, 0xB8, 0xAD, 0xE6, 0x96, 0x87, 0xE4, 0xB8, 0xAA], "中文个"),
        ] as [(String, [UInt8], String)])
    func `a charset is undone`(charset: String, bytes: [UInt8], text: String) {
        let type = charset.isEmpty ? "text/plain" : "text/plain; charset=\(charset)"
        #expect(single(type, body: bytes).text == text)
    }

    @Test func `line ends are LF and NULs are gone`() {
        #expect(single("text/plain", body: "a\r\nb\rc\nd\0e\r\n").text == "a\nb\nc\nde")
    }

    @Test(arguments: [
        ("format=flowed", "one \ntwo\nthree", "one two\nthree"),
        ("format=flowed; delsp=yes", "one \ntwo", "onetwo"),
        ("format=\"Flowed\"; DelSp=\"YES\"", "one \ntwo", "onetwo"),
        ("format=flowed", "> one \n> two\nthree", "> one two\nthree"),
        ("format=flowed", "> one \n>> two", "> one \n>> two"),
        ("format=flowed", " >stuffed\n From stuffed", ">stuffed\nFrom stuffed"),
        ("format=flowed", "text \n-- \nname", "text \n-- \nname"),
        ("format=flowed", "one\n\n\ntwo", "one\n\n\ntwo"),
        ("format=fixed", "one \ntwo", "one \ntwo"),
    ])
    func `flowed text is joined`(parameters: String, body: String, text: String) {
        #expect(single("text/plain; \(parameters)", body: body).text == text)
    }

    @Test(arguments: [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<div>one<div>two</div></div>three", "one\ntwo\nthree"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("  one\n  two\t three ", "one two three"),
        ("<b>o</b>ne <i>two</i>", "one two"),
        ("a&nbsp;&amp;&nbsp;b &lt;c&gt; &eacute;&#233;&#xE9; &copy &unknown; &", "a & b <c> ééé © &unknown; &"),
        ("&#150;&#0;&#x110000;", "–\u{FFFD}\u{FFFD}"),
        ("<ul><li>one<li>two</ul>three", "- one\n- two\n\nthree"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("<html><head><title>x</title><style>p{}</style></head><body>text</body></html>", "text"),
        ("<head><title>x</title><body>text", "text"),
        ("a<script>if (a<b) { }</script>b<style>x</style>c", "abc"),
        ("a<!-- x > y -->b<!DOCTYPE html>c<?xml?>d", "abcd"),
        ("<a href=\"http://example.org/?a>b\">link</a>", "link"),
        ("a < b and c<d", "a < b and c"),
        ("<p>one", "one"), ("one<", "one<"), ("<", "<"), ("", ""),
        ("<h1>Title</h1>text<hr>more", "Title\n\ntext\nmore"),
        ("<blockquote>quoted</blockquote>text", "quoted\ntext"),
        ("<!--[if mso]><p>hidden</p><![endif]-->shown", "shown"),
        ("<STYLE>x</STYLE><P>Caps</P>", "Caps"),
        ("中文<br>&#20013;", "中文\n中"),
    ])
    func `HTML is read as text`(html: String, text: String) {
        let message = single("text/html; charset=utf-8", body: html)
        #expect(message.text == text)
        #expect(message.bodySource == (text.isEmpty ? .none : .html))
    }

    @Test func `HTML may state its charset itself`() {
        let html = Array("<meta http-equiv=x content=\"text/html; charset=gb2312\"><p>".utf8) + [0xD6, 0xD0]
        #expect(single("text/html", body: html).text == "中")
    }
}
