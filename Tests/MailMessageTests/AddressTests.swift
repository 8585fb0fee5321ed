import MailMessage
import Testing

/// Addresses drawn as `name <address>`, one a line.
private func drawn(_ addresses: [Address]) -> [String] {
    addresses.map { address in address.name.map { "\($0) <\(address.address)>" } ?? address.address }
}

struct AddressTests {
    @Test(arguments: [
        ("jane@example.org", ["jane@example.org"]),
        ("<jane@example.org>", ["jane@example.org"]),
        ("Jane Doe <jane@example.org>", ["Jane Doe <jane@example.org>"]),
        ("\"Doe, Jane\" <jane@example.org>", ["Doe, Jane <jane@example.org>"]),
        ("\"Jane \\\"J\\\" Doe\" <jane@example.org>", ["Jane \"J\" Doe <jane@example.org>"]),
        ("jane@example.org (Jane Doe)", ["Jane Doe <jane@example.org>"]),
        ("Jane (the first) <jane@example.org>", ["Jane <jane@example.org>"]),
        ("(Jane (nested)) <jane@example.org>", ["Jane (nested) <jane@example.org>"]),
        ("a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
        ("a@example.org; b@example.org", ["a@example.org", "b@example.org"]),
        ("Lab: a@example.org, B <b@example.org>;", ["a@example.org", "B <b@example.org>"]),
        ("Lab: a@example.org;, c@example.org", ["a@example.org", "c@example.org"]),
        ("undisclosed-recipients:;", []),
        ("<@a.example.org,@b.example.org:jane@example.org>", ["jane@example.org"]),
        ("=?utf-8?B?546L5bCP5piO?= <wang@example.org>", ["王小明 <wang@example.org>"]),
        ("\"=?utf-8?B?546L5bCP5piO?=\" <wang@example.org>", ["王小明 <wang@example.org>"]),
        ("=?utf-8?Q?Doe=2C_Jane?= <jane@example.org>", ["Doe, Jane <jane@example.org>"]),
        ("=?utf-8?Q?Doe,_Jane?= <jane@example.org>", ["Doe, Jane <jane@example.org>"]),
        ("=?utf-8?Q?Jane_=3Cjane=40example.org=3E?=", ["Jane <jane@example.org>"]),
        ("\"john doe\"@example.org", ["\"john doe\"@example.org"]),
        ("jane . doe @ example . org", ["jane.doe@example.org"]),
        ("Jane Doe jane@example.org", ["Jane Doe <jane@example.org>"]),
        ("a@example.org b@example.org", ["a@example.org", "b@example.org"]),
        ("A <a@example.org> B <b@example.org>", ["A <a@example.org>", "B <b@example.org>"]),
        ("Jane <jane@example.org", ["Jane <jane@example.org>"]),
        ("Jane <jane@example.org, b@example.org", ["Jane <jane@example.org>", "b@example.org"]),
        ("<jane@example.org> Jane", ["Jane <jane@example.org>"]),
        ("jane@example.org <jane@example.org>", ["jane@example.org <jane@example.org>"]),
        ("x@[127.0.0.1]", ["x@[127.0.0.1]"]),
        ("x@[IPv6:::1]", ["x@[IPv6:::1]"]),
        ("Jane\n <jane@example.org>,\n\tb@example.org", ["Jane <jane@example.org>", "b@example.org"]),
        ("mailto:jane@example.org", ["jane@example.org"]),
        ("Jane.Doe@Example.ORG", ["Jane.Doe@Example.ORG"]),
        ("王小明 <wang@example.org>", ["王小明 <wang@example.org>"]),
        ("\"open <jane@example.org>", ["open <jane@example.org>"]),
        ("Jane (open <jane@example.org>", ["Jane (open <jane@example.org>"]),
        ("", []),
        (",,;", []),
    ])
    func `addresses are read`(raw: String, addresses: [String]) {
        #expect(drawn(message("To: \(raw)\n\n").to) == addresses)
    }

    @Test(arguments: ["nobody", "a@b@example.org", "@example.org", "jane@", "<>, x", "Jane <jane example.org>"])
    func `an address that cannot be read is left out, and a defect says so`(raw: String) {
        let message = message("To: \(raw), good@example.org\n\n")
        #expect(drawn(message.to) == ["good@example.org"])
        #expect(message.defects.contains("address_broken"))
    }

    @Test func `of two From fields the first counts, and To fields add up`() {
        let message = message("From: a@example.org\nFrom: b@example.org\nTo: c@example.org\nTo: d@example.org\n\n")
        #expect(drawn(message.from) == ["a@example.org"])
        #expect(drawn(message.to) == ["c@example.org", "d@example.org"])
    }
}
