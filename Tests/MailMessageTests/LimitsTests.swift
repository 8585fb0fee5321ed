import MailMessage
import Testing

/// A hostile message and what it is about.
struct Hostile: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var make: @Sendable () -> String

    init(_ about: String, _ make: @escaping @Sendable () -> String) {
        testDescription = about
        self.make = make
    }

    static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let all: [Hostile] = [
        Hostile("a megabyte of encoded words") { "Subject: " + repeated("=?utf-8?Q?=E4=B8=AD?= ", 50_000) + "\n\n" },
        Hostile("encoded words that never end") { "Subject: " + repeated("=?a?b?", 170_000) + "\n\n" },
        Hostile("encoded words of many charsets") {
            "Subject: " + repeated("=?gbk?B?xPo=?= =?big5?Q?x?= ", 30_000) + "\n\n"
        },
        Hostile("a megabyte of open brackets in an address") { "From: " + repeated("(", 1_000_000) + "\n\n" },
        Hostile("nested comments in an address") {
            "From: " + repeated("(a", 100_000) + repeated(")", 100_000) + "\n\n"
        },
        Hostile("a megabyte of quotes in an address") { "From: " + repeated("\"", 1_000_001) + "\n\n" },
        Hostile("a megabyte of angles in an address") { "From: " + repeated("<", 1_000_000) + "\n\n" },
        Hostile("a hundred thousand addresses") { "To: " + repeated("a@b.example.org,", 100_000) + "\n\n" },
        Hostile("addresses without commas") { "To: " + repeated("a@example.org ", 70_000) + "\n\n" },
        Hostile("encoded words for addresses") { "To: " + repeated("=?utf-8?Q?a=40b?=,", 50_000) + "\n\n" },
        Hostile("a hundred thousand references") { "References: " + repeated("<a@example.org>\n ", 100_000) + "\n\n" },
        Hostile("references that never end") { "References: " + repeated("<(", 500_000) + "\n\n" },
        Hostile("a hundred thousand fields") { repeated("X-A: b\n", 100_000) + "\n" },
        Hostile("a hundred thousand lines that are no fields") {
            "Subject: x\n" + repeated("garbage\n", 100_000) + "\n"
        },
        Hostile("lines that are no fields between fields") { repeated("garbage\nX-A: b\n", 50_000) + "\n" },
        Hostile("folds of blanks alone") { "Subject: x" + repeated("\n ", 300_000) + "\n\n" },
        Hostile("a hundred thousand parameters") { "Content-Type: a/b; " + repeated("name*0=x; ", 100_000) + "\n\n" },
        Hostile("parameters that never close") { "Content-Type: a/b; " + repeated("a=\"; (", 100_000) + "\n\n" },
        Hostile("a date of comments") { "Date: " + repeated("(", 300_000) + "\n\n" },
        Hostile("a hundred thousand parts") {
            "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\nx\n", 100_000) + "--b--\n"
        },
        Hostile("boundaries that are nearly right") {
            "Content-Type: multipart/mixed; boundary=bb\n\n--bb\n\n" + repeated("--bbb\n", 200_000) + "--bb--\n"
        },
        Hostile("a boundary of one dash in a megabyte of dashes") {
            "Content-Type: multipart/mixed; boundary=\"-\"\n\n---\n\n" + repeated("-", 1_000_000)
        },
        Hostile("multiparts five thousand deep") {
            (0..<5000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        },
        Hostile("messages five thousand deep") {
            repeated("Content-Type: message/rfc822\n\n", 5000) + "Subject: x\n\n"
        },
        Hostile("alternatives in alternatives with the same boundary") {
            repeated("Content-Type: multipart/alternative; boundary=b\n\n--b\n", 20_000)
        },
        Hostile("base64 of padding alone") {
            "Content-Transfer-Encoding: base64\n\n" + repeated("a=\n", 300_000)
        },
        Hostile("base64 of padding in one line") {
            "Content-Transfer-Encoding: base64\n\n" + repeated("ab=", 300_000) + "\n"
        },
        Hostile("quoted-printable of equals signs") {
            "Content-Transfer-Encoding: quoted-printable\n\n" + repeated("= ", 500_000)
        },
        Hostile("uuencode of long lines") {
            "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n" + repeated("#", 1_000_000) + "\n"
        },
        Hostile("uuencoded files that never end") { "\n" + repeated("begin 644 x\nM\n", 100_000) },
        Hostile("a uuencoded file of blank lines") { "\nbegin 644 x\n#86)C\n" + repeated("\n", 500_000) },
        Hostile("uuencoded files by the ten thousand") {
            "\n" + repeated("x\nbegin 644 x\n#86)C\n`\nend\n", 30_000)
        },
        Hostile("a subject of UTF-7") {
            "Content-Type: text/plain; charset=utf-7\nSubject: " + repeated("+Ti1lhw-", 30_000) + "\n\n"
        },
        Hostile("HTML of open angles") { "Content-Type: text/html\n\n" + repeated("<", 1_000_000) },
        Hostile("HTML of open tags") { "Content-Type: text/html\n\n" + repeated("<a b=\"", 200_000) },
        Hostile("HTML of heads without end") {
            "Content-Type: text/html\n\n" + repeated("<head><style>", 100_000) + "</head>"
        },
        Hostile("HTML of comments without end") { "Content-Type: text/html\n\n" + repeated("<!--", 300_000) },
        Hostile("HTML of lists in lists") { "Content-Type: text/html\n\n" + repeated("<ul><li>", 100_000) },
        Hostile("HTML of ampersands") { "Content-Type: text/html\n\n" + repeated("&#x", 300_000) },
        Hostile("flowed text of quotes") {
            "Content-Type: text/plain; format=flowed\n\n" + repeated(">", 500_000) + repeated("x \n", 200_000)
        },
        Hostile("text in no charset") { "Content-Type: text/plain; charset=gb18030\n\n" + repeated("\u{80}", 300_000) },
    ]
}

@Suite(.serialized) struct LimitsTests {
    @Test(arguments: Hostile.all) func `hostile mail is read in linear time`(hostile: Hostile) {
        let bytes = Array(hostile.make().utf8)
        let clock = ContinuousClock()
        let time = clock.measure {
            let json = inspectJSON(Message(bytes))
            #expect(json.count < 30_000_000)
        }
        // What is quadratic takes minutes; this is a build without optimisation on a busy machine.
        #expect(time < .seconds(8))
        let identity = clock.measure { _ = RawMessage(bytes: bytes, source: "hostile").identity() }
        #expect(identity < .seconds(4))
    }
}
