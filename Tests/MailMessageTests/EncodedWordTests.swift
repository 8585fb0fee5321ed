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

    @Test func `a charset that the system lacks is said, not guessed`() {
        let message = message("Subject: =?x-none?Q?a=E9?=\n\n")
        #expect(message.subject == "a\u{FFFD}")
        #expect(message.defects == ["charset_unsupported: x-none"])
    }
}
