/// A name in the form in which names compare: the same for "Byron, Ada", "ADA BYRON", "Dr. Ada K. Byron" and "AdaByron".
///
/// The letters of a name stand in a ring: whichever word comes first, and however "Xiao Ming", "Xiao-Ming" and "Xiaoming"
/// are divided, the ring is the same. The key is where the ring reads first in the alphabet.
package enum NameKey {
    /// The keys of a name: of its letters, and of its Chinese, Japanese or Korean characters; none where one word of
    /// Latin letters is all there is, as that is a first name, and for an address.
    package static func keys(of name: String) -> [String] {
        guard !name.utf8.contains(UInt8(ascii: "@")) else { return [] }
        var words = NameWords(NormalizedText.folded(name, strippingMarks: true))
        let long = words.letters.filter { $0.count > 1 }
        if long.count >= 2 { words.letters = long }
        var keys: [String] = []
        if words.letters.count >= 2 || (words.letters.count == 1 && hasHump(name)) {
            keys.append(ring(words.letters.flatMap { $0 }))
        }
        if words.characters.count >= 2 { keys.append(ring(words.characters)) }
        return keys
    }

    /// `LiWei` is two words.
    private static func hasHump(_ name: String) -> Bool {
        zip(name.utf8, name.utf8.dropFirst()).contains { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
    }

    /// The least of all rotations.
    private static func ring(_ scalars: [Unicode.Scalar]) -> String {
        let count = scalars.count
        var best = 0
        for start in 1..<max(1, count) {
            for step in 0..<count {
                let (new, old) = (scalars[(start + step) % count], scalars[(best + step) % count])
                if new == old { continue }
                if new < old { best = start }
                break
            }
        }
        var key = String.UnicodeScalarView()
        key.append(contentsOf: scalars[best...])
        key.append(contentsOf: scalars[..<best])
        return String(key)
    }
}

/// The words of a folded name.
private struct NameWords {
    /// Words of letters, without titles and what stands in brackets.
    var letters: [[Unicode.Scalar]] = []
    /// The characters of East Asian scripts, in brackets too: "Yong Li (李勇)".
    var characters: [Unicode.Scalar] = []

    private var word: [Unicode.Scalar] = []

    /// Beyond 200 characters nothing is a name.
    init(_ name: String) {
        var depth = 0
        for scalar in name.unicodeScalars.prefix(200) {
            switch scalar {
            case "(", "[", "\u{3010}":
                endWord()
                depth += 1
            case ")", "]", "\u{3011}":
                endWord()
                depth = max(0, depth - 1)
            case "'", "\u{2019}", "\u{2BC}", "`": continue
            default:
                if EastAsianText.isEastAsian(scalar) {
                    endWord()
                    characters.append(ChineseScript.simplified(scalar))
                } else if depth == 0, isLetter(scalar) {
                    word.append(scalar)
                } else {
                    endWord()
                }
            }
        }
        endWord()
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isAlphabetic
    }

    private mutating func endWord() {
        defer { word = [] }
        guard !word.isEmpty else { return }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        if !PersonName.titles.contains(String(text)) { letters.append(word) }
    }
}
