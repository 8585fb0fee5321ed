import MailMessage
import Testing

struct EncodedWordTests {
    @Test(arguments: [
        ("=?utf-8?Q?caf=C3=A9?=", "café"),
        ("=?UTF-8?b?Y2Fmw6k=?=", "café"),
        ("=?iso-8859-1?Q?caf=E9_=80?=", "café €"),
        ("=?us-ascii?Q?plain?= text", "plain text"),
        ("a =?utf-8?Q?b?= c", "a b c"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        ("=?utf-8?Q?a?=\n =?iso-8859-1?Q?b?=", "ab"),
        ("=?utf-8?Q?a_?= =?utf-8?Q?b?=", "a b"),
        ("=?utf-8?Q?=E4=B8?= =?utf-8?Q?=AD?=", "中"),
        ("=?utf-8?B?5Lg=?= =?utf-8?B?rQ==?=", "中"),
        ("=?utf-8?B?5Lg=?= =?UTF-8?Q?=AD?=", "中"),
        ("=?gb2312?B?zfXQocP3?=", "王小明"),
        ("=?gb2312?B?6UaGtA==?=", "镕喆"),
        ("=?big5?B?pKSk5Q==?=", "中文"),
        ("=?euc-kr?B?x9Gx2w==?=", "한글"),
        ("=?shift_jis?B?k/qWew==?=", "日本"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?iso-2022-jp?B?GyRCLWobKEI=?=", "㈱"),
        ("=?utf-7?Q?+Ti1lhw-?=", "中文"),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("=?utf-8*en?Q?language?=", "language"),
        ("=?utf-8?Q?with blanks inside?=", "with blanks inside"),
        ("=?utf-8?B?Y2Fm w6k?=", "café"),
        ("before=?utf-8?Q?_glued_?=after", "before glued after"),
        ("=?utf-8?Q?a=0Ab=00c?=", "a bc"),
        ("=?utf-8?X?unknown?=", "=?utf-8?X?unknown?="),
        ("=?utf-8?Q?open", "=?utf-8?Q?open"),
        ("=?utf-8?Q??=", ""),
        ("=??Q?no charset?=", "=??Q?no charset?="),
        ("=?utf-8?Q?=ZZ=4?=", "=ZZ=4"),
    ])
    func `an encoded subject is text`(raw: String, subject: String) {
        #expect(message("Subject: \(raw)\n\n").subject == subject)
    }

    @Test(arguments: [
        ([0x53, 0xE4, 0xB8, 0xAD], "", "S中"),
        ([0xD6, 0xD0, 0xCE, 0xC4], "", "中文"),
        ([0xD6, 0xD0, 0xCE, 0xC4], "gb2312", "中文"),
        ([0xA4, 0xA4, 0xA4, 0xE5], "big5", "中文"),
        ([0x63, 0x61, 0x66, 0xE9], "", "café"),
        ([0x63, 0x61, 0x66, 0xE9], "iso-8859-1", "café"),
        ([0x61, 0xE7, 0xE3, 0x6F, 0x20, 0x76, 0xE9, 0x6C, 0x6F, 0x73], "", "ação vélos"),
        ([0xF0, 0xD2, 0xC9], "koi8-r", "При"),
    ])
    func `a raw 8-bit subject is UTF-8, else in the body's charset, else a guess`(
        bytes: [UInt8], charset: String, subject: String
    ) {
        let type = charset.isEmpty ? "" : "Content-Type: text/plain; charset=\(charset)\n"
        let source = Array("Subject: ".utf8) + bytes + Array("\n\(type)\n".utf8)
        #expect(Message(source).subject == subject)
    }

    @Test(arguments: [
        ("utf-7", "Bewerbung f+APw-r M+APY-chte", "Bewerbung für Möchte"),
        ("UNICODE-1-1-UTF-7", "+Ti1lhw-", "中文"),
        ("utf-7", "+Ti1lhw PhD", "中文 PhD"),
        ("utf-7", "+2D3eAA-", "😀"),
        ("utf-7", "C+-+- and +Ti1lhw-", "C++ and 中文"),
        ("utf-7", "PhD+master", "PhD+master"),
        ("utf-7", "C++ f+APw-r", "C++ f+APw-r"),
        ("utf-7", "+ADw-b+AD4-", "+ADw-b+AD4-"),
        ("utf-7", "+2D0-", "+2D0-"),
        ("utf-7", "+APx-", "+APx-"),
        ("utf-7", "=?utf-8?Q?f=C3=BCr?= +Ti1lhw-", "für +Ti1lhw-"),
        ("utf-8", "f+APw-r", "f+APw-r"),
        ("", "f+APw-r", "f+APw-r"),
    ])
    func `a raw subject is UTF-7 only where the message declares it and an encoder could have written it`(
        charset: String, raw: String, subject: String
    ) {
        let type = charset.isEmpty ? "" : "Content-Type: text/plain; charset=\(charset)\n"
        #expect(message("Subject: \(raw)\n\(type)\n").subject == subject)
    }

    @Test func `UTF-7 is undone in names and never in addresses`() {
        let raw = """
            From: "J+APw-rgen" <j+APw-r@example.org>
            To: M+APw-ller+APY-@example.org (M+APw-ller)
            Content-Type: text/plain; charset=utf-7


            """
        let message = message(raw)
        #expect(message.from == [Address(name: "Jürgen", address: "j+APw-r@example.org")])
        #expect(message.to == [Address(name: "Müller", address: "M+APw-ller+APY-@example.org")])
    }

    @Test func `a charset that the system lacks is said, not guessed`() {
        let message = message("Subject: =?x-none?Q?a=E9?=\n\n")
        #expect(message.subject == "a\u{FFFD}")
        #expect(message.defects == ["charset_unsupported: x-none"])
    }
}
