/// The word that a person may have meant.
enum Suggestion {
    /// `; did you mean 'format'?`, or nothing when no known word is near.
    static func among(_ known: [String], for word: String) -> String {
        guard let nearest = nearest(known, to: word) else { return "" }
        return "; did you mean '\(nearest)'?"
    }

    /// The known word at the least distance from `word`, at most a third of its letters.
    static func nearest(_ known: [String], to word: String) -> String? {
        let letters = Array(word.utf8.prefix(65))
        guard letters.count <= 64 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known {
            let limit = max(1, min(letters.count, candidate.utf8.count) / 3)
            let distance = distance(letters, Array(candidate.utf8))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// How many letters to insert, remove, change or swap with a neighbour (optimal string alignment).
    static func distance(_ from: [UInt8], _ to: [UInt8]) -> Int {
        var older: [Int] = []
        var previous = Array(0...to.count)
        for (row, letter) in from.enumerated() {
            var current = [row + 1]
            for (column, other) in to.enumerated() {
                var least = min(
                    previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
                    least = min(least, older[column - 1] + 1)
                }
                current.append(least)
            }
            (older, previous) = (previous, current)
        }
        return previous[to.count]
    }
}
