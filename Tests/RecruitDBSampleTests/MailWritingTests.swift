import Foundation
import Testing

@testable import RecruitDBSample

@Suite struct `Mail as bytes` {
    @Test func `has base64 in lines of 76`() {
        var random = RandomSource(seed: 5)
        for count in [0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 1000] {
            var bytes: [UInt8] = []
            random.fill(&bytes, count: count)
            var lines: [UInt8] = []
            Base64.appendLines(bytes, to: &lines)
            let text = String(decoding: lines, as: UTF8.self)
            #expect(Data(base64Encoded: text.replacing("\n", with: "")) == Data(bytes))
            #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
            #expect(text.isEmpty || text.hasSuffix("\n"))
            #expect(String(decoding: Base64.line(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
        }
    }

    @Test(
        arguments: [
            (MailDate.first, 480, "Sat, 1 Aug 2026 08:00:00 +0800", "Sat Aug  1 00:00:00 2026"),
            (1_795_219_199, -330, "Fri, 20 Nov 2026 18:29:59 -0530", "Fri Nov 20 23:59:59 2026"),
            (951_782_400, 0, "Tue, 29 Feb 2000 00:00:00 +0000", "Tue Feb 29 00:00:00 2000"),
            (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000", "Wed Dec 31 23:59:59 1969"),
        ] as [(Int64, Int, String, String)])
    func `has dates in words`(_ time: Int64, _ zone: Int, _ header: String, _ envelope: String) {
        #expect(MailDate.header(time, zone: zone) == header)
        #expect(MailDate.envelope(time) == envelope)
    }

    @Test(
        arguments: [
            (Charset.gbk, "张伟", [0xD5, 0xC5, 0xCE, 0xB0]), (.big5, "陳", [0xB3, 0xAF]), (.eucKR, "김", [0xB1, 0xE8]),
            (.latin1, "ñ", [0xF1]), (.gb2312, "萱", [0xDD, 0xE6]), (.gb2312, "喆", nil), (.latin1, "张", nil),
            (.gb18030, "", []),
        ] as [(Charset, String, [UInt8]?)])
    func `is in the charset of its program`(_ charset: Charset, _ text: String, _ bytes: [UInt8]?) {
        #expect(charset.encode(text) == bytes)
    }

    @Test(arguments: [
        (MailStyle(charset: .utf8, header: .base64), "PhD", "PhD"),
        (MailStyle(charset: .utf8, header: .base64), "博士", "=?UTF-8?B?5Y2a5aOr?="),
        (MailStyle(charset: .gb2312, header: .base64), "博士", "=?GB2312?B?sqnKvw==?="),
        (MailStyle(charset: .latin1, header: .quoted), "José P", "=?ISO-8859-1?Q?Jos=E9_P?="),
    ])
    func `has encoded words`(_ style: MailStyle, _ text: String, _ field: String) {
        #expect(String(decoding: HeaderField.text(text, style), as: UTF8.self) == field)
    }

    @Test func `never breaks an encoded word inside a character or beyond 75`() {
        let text = String(repeating: "医学影像", count: 30)
        for header in [MailStyle.HeaderEncoding.base64, .quoted] {
            let style = MailStyle(charset: .gb18030, header: header)
            let words = String(decoding: HeaderField.text(text, style), as: UTF8.self).components(separatedBy: "\n ")
            #expect(words.count > 4)
            #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?") && $0.hasSuffix("?=") })
        }
    }

    @Test(arguments: [
        (MailStyle.FilenameEncoding.extended, ";\n f*=utf-8''%E7%AE%80.pdf"),
        (.continued, ";\n f*0*=utf-8''%E7%AE%80.pdf"),
        (.encodedWord, ";\n f=\"=?UTF-8?B?566ALnBkZg==?=\""),
        (.raw, ";\n f=\"简.pdf\""),
    ])
    func `names files as programs do`(_ encoding: MailStyle.FilenameEncoding, _ field: String) {
        let style = MailStyle(charset: .utf8, header: .base64, filename: encoding)
        #expect(String(decoding: HeaderField.parameter("f", "简.pdf", style), as: UTF8.self) == field)
    }

    @Test func `is drawn from a stream that never changes`() {
        var random = RandomSource(seed: 1)
        let drawn = (0..<4).map { _ in random.next() }
        var again = RandomSource(seed: 1)
        #expect((0..<4).map { _ in again.next() } == drawn)
        var other = RandomSource(seed: 1, topic: 1)
        #expect(other.next() != drawn[0])
        #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.below(7)) })
    }
}
