/// One keyword of a position, made ready to be found in a subject in each of its spellings.
struct PositionKeyword: Sendable {
    let slug: String
    /// Folded and simplified letters without spaces, hyphens and points.
    let letters: [Unicode.Scalar]
    /// Before which letters a space or hyphen may stand (`research|assistant`, `post|doc`, `ph|d`).
    private let breaks: Set<Int>
    private let isLatin: Bool
    /// Two letters are a word of their own only as capitals: RA, not `Ra` and not `ra`.
    let isCapitals: Bool
    /// After how many letters a point may stand, in words of at most three letters (`Ph.D.`, `R.A.`).
    private let pointed: Set<Int>
    private let needsPerson: Bool

    /// - Returns: nil for a keyword without a letter.
    init?(_ keyword: String, slug: String) {
        let text = SubjectScalars(keyword)
        var letters: [Unicode.Scalar] = []
        var breaks: Set<Int> = []
        for (index, scalar) in text.folded.enumerated() {
            if scalar.isLetterOrMark || scalar.isDecimalDigit {
                letters.append(scalar)
            } else if !letters.isEmpty, text.original[index] != "." {
                breaks.insert(letters.count)
            }
        }
        guard !letters.isEmpty else { return nil }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: letters)
        pointed = Self.pointedPlaces(letters: letters, wordEnds: breaks.union([letters.count]))
        if String(word).hasPrefix("phd"), letters.count == 3 || breaks.contains(3) { breaks.insert(2) }
        if String(word).hasPrefix("post"), letters.count > 4, !letters[4].isEastAsian { breaks.insert(4) }
        self.slug = slug
        self.letters = letters
        self.breaks = breaks
        isLatin = !letters.contains { $0.isEastAsian }
        isCapitals = isLatin && letters.count == 2 && breaks.isEmpty
        needsPerson = String(word) == "visiting"
    }

    private static func pointedPlaces(letters: [Unicode.Scalar], wordEnds: Set<Int>) -> Set<Int> {
        var places: Set<Int> = []
        var start = 0
        for end in wordEnds.sorted() {
            if end - start <= 3, !letters[start].isEastAsian { places.formUnion((start + 1)...end) }
            start = end
        }
        return places
    }

    /// Where the keyword ends when it stands at this place of the subject.
    func end(from start: Int, in text: SubjectScalars) -> Int? {
        guard text.folded[start] == letters[0], beginsWord(start, text) else { return nil }
        var index = start
        for (place, letter) in letters.enumerated() {
            if place > 0 { index = afterSeparators(before: place, from: index, in: text) }
            guard index < text.count, text.folded[index] == letter else { return nil }
            if isCapitals, !text.original[index].properties.isUppercase { return nil }
            index += 1
        }
        guard isLatin || letters.last?.isEastAsian == false else { return index }
        return afterWord(from: index, in: text)
    }

    private func beginsWord(_ start: Int, _ text: SubjectScalars) -> Bool {
        guard !letters[0].isEastAsian, start > 0 else { return true }
        let before = text.original[start - 1]
        if text.isWordScalar(start - 1) || before == "@" { return false }
        if isCapitals, before.isDecimalDigit { return false }
        return !followsPrefix(start, text)
    }

    /// `pre-doctoral`, `post-PhD` and `non-PhD` are other things than what follows the hyphen.
    private func followsPrefix(_ start: Int, _ text: SubjectScalars) -> Bool {
        guard text.isHyphen(start - 1) || text.original[start - 1] == " " else { return false }
        for prefix in Self.prefixes where start > prefix.count {
            let from = start - 1 - prefix.count
            guard text.folded[from..<(start - 1)].elementsEqual(prefix) else { continue }
            return from == 0 || !text.isWordScalar(from - 1)
        }
        return false
    }

    private static let prefixes: [[Unicode.Scalar]] = ["pre", "post", "non"].map { Array($0.unicodeScalars) }

    private func afterSeparators(before place: Int, from start: Int, in text: SubjectScalars) -> Int {
        var index = start
        if pointed.contains(place), index < text.count, text.original[index] == "." {
            index += 1
            if !isCapitals, index < text.count, text.original[index] == " " { index += 1 }
        }
        guard breaks.contains(place) else { return index }
        let limit = min(text.count, index + 3)
        while index < limit, text.isSeparator(index) { index += 1 }
        return index
    }

    /// Steps over the point of an abbreviation and a plural, then asks for the end of the word.
    private func afterWord(from start: Int, in text: SubjectScalars) -> Int? {
        var end = start
        if pointed.contains(letters.count), end < text.count, text.original[end] == ".", endsAbbreviation(end, text) {
            end += 1
        }
        if end < text.count, text.original[end] == "s" || (!isCapitals && text.folded[end] == "s") { end += 1 }
        if end < text.count, text.isWordScalar(end) || text.original[end] == "@" { return nil }
        if isCapitals, end < text.count,
            text.original[end].isDecimalDigit || text.isHyphen(end) || text.isApostrophe(end)
        {
            return nil
        }
        return needsPerson && !VisitingWord.isFollowed(from: end, in: text) ? nil : end
    }

    /// The point of `Ph.D.` or `Ph.D.s`, not the one of `PhD.application`.
    private func endsAbbreviation(_ point: Int, _ text: SubjectScalars) -> Bool {
        let next = text.folded[min(point + 1, text.count - 1)] == "s" ? point + 2 : point + 1
        return next >= text.count || !text.isWordScalar(next)
    }
}
