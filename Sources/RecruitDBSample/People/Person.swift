/// Where a person's name and first language come from; it decides charsets and fonts.
enum Script {
    case simplified, traditional, korean, accented, plain

    var isChinese: Bool { self == .simplified || self == .traditional }
}

/// An invented person who writes to the lab.
struct Person {
    let number: Int
    let script: Script
    let givenName: String
    let familyName: String
    /// The name in the person's own script; nil where that is Latin.
    let nativeName: String?
    /// The phrase before the address; always the same for one person, and nil where the program writes none.
    let displayName: String?
    private(set) var address: String
    /// The address that stands in the person's papers, whichever one writes.
    let paperAddress: String
    let secondAddress: String
    let institution: Institution
    /// True when mail is written in Chinese.
    let writesChinese: Bool

    var latinName: String { "\(givenName) \(familyName)" }
    /// The name that a letter is signed with.
    var signature: String { writesChinese ? nativeName ?? latinName : latinName }
    /// The name that stands in file names; blanks become underscores.
    var fileName: String {
        String(latinName.map { $0 == " " || $0 == "'" ? "_" : $0 })
    }

    /// Draws the person of that number; the same seed and number give the same person.
    init(number: Int, seed: UInt64) {
        var random = RandomSource(seed: seed, topic: 1, number: number)
        self.number = number
        script = [Script.simplified, .traditional, .korean, .accented, .plain][random.weighted([46, 10, 5, 15, 24])]
        switch script {
        case .simplified, .traditional, .korean:
            let (families, givens) = Person.stocks(script)
            let family = random.pick(families)
            let given = random.pick(givens)
            familyName = family.latin
            givenName = given.latin
            nativeName = family.native + given.native
        case .accented:
            givenName = random.pick(Names.accentedGivens)
            familyName = random.pick(Names.accentedFamilies)
            nativeName = nil
        case .plain:
            givenName = random.pick(Names.plainGivens)
            familyName = random.pick(Names.plainFamilies)
            nativeName = nil
        }
        institution = random.pick(Institutions.all(for: script))
        writesChinese = script.isChinese && random.chance(perMille: 600)
        let latin = "\(givenName) \(familyName)"
        switch (nativeName, random.below(4)) {
        case _ where random.chance(perMille: 40): displayName = nil
        case (let native?, 0), (let native?, 1): displayName = native
        case (let native?, 2): displayName = "\(latin) (\(native))"
        default: displayName = random.chance(perMille: 150) ? "\(familyName.uppercased()) \(givenName)" : latin
        }
        let given = Person.localPart(givenName)
        let family = Person.localPart(familyName)
        let mark = "\(number)\(random.below(10))"
        let local = random.pick(["\(given).\(family)\(mark)", "\(family)\(given)\(mark)", "\(given)_\(mark)"])
        address = "\(local)@\(random.chance(perMille: 500) ? institution.domain : random.pick(Person.providers))"
        paperAddress = address
        secondAddress = "\(family).\(given)\(mark)@second.\(random.pick(Person.providers))"
    }

    /// Returns the same person writing from another address.
    func writing(from other: String) -> Person {
        var person = self
        person.address = other
        return person
    }

    private static let providers = [
        "mail.example.com", "qqmail.example.com", "netease.example.com", "inbox.example.org", "post.example.net",
    ]

    private static func stocks(
        _ script: Script
    ) -> (families: [(native: String, latin: String)], givens: [(native: String, latin: String)]) {
        switch script {
        case .traditional: (Names.traditionalFamilies, Names.traditionalGivens)
        case .korean: (Names.koreanFamilies, Names.koreanGivens)
        default: (Names.simplifiedFamilies, Names.simplifiedGivens)
        }
    }

    /// Returns the name's ASCII letters in lower case; an accented letter is left out.
    private static func localPart(_ name: String) -> String {
        let letters = name.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
        return letters.isEmpty ? "x" : String(decoding: letters, as: UTF8.self)
    }
}
