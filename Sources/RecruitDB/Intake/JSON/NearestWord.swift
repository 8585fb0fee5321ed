extension String {
    /// The word of `words` that this one was probably meant to be, or nil when none is near.
    ///
    /// Near is: the same letters apart from case and separators, one the beginning of the other, or at most one
    /// letter in three added, left out, replaced or swapped with its neighbour.
    func nearest(of words: [String]) -> String? {
        let mine = Self.letters(self)
        // Beyond this no key is near, and the distance would cost the square of the length.
        guard !mine.isEmpty, mine.count <= 40 else { return nil }
        var best: (word: String, distance: Int)?
        for word in words {
            let other = Self.letters(word)
            let isBeginning =
                Swift.min(mine.count, other.count) >= 3 && (other.starts(with: mine) || mine.starts(with: other))
            let distance = isBeginning ? 1 : Self.distance(mine, other)
            guard distance <= Swift.max(1, Swift.min(mine.count, other.count) / 3) else { continue }
            if distance < best?.distance ?? .max { best = (word, distance) }
        }
        return best?.word
    }

    private static func letters(_ word: String) -> [UInt8] {
        word.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    }

    /// The edits between two words, swapped neighbours counted as one (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for row in 0..<a.count {
            var next = [row + 1]
            for column in 0..<b.count {
                let replaced = last[column] + (a[row] == b[column] ? 0 : 1)
                var least = Swift.min(replaced, last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    least = Swift.min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            before = last
            last = next
        }
        // A word may also stand for a longer one that it nearly begins: adress for addresses.
        let beginning = a.count >= 4 ? last.min().map { $0 + 1 } : nil
        return Swift.min(last[b.count], beginning ?? .max)
    }
}
