/// The statements that a connection keeps prepared, the last used ones first to be found.
///
/// A statement in use is lent: who asks for the same text meanwhile prepares one of its own.
struct StatementCache {
    private var hashes: [UInt64] = []
    private var entries: [(text: String, statement: Statement)] = []
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Lends the statement for `text`, when it is there and nobody uses it.
    mutating func lend(_ text: String, hash: UInt64) -> Statement? {
        for index in hashes.indices where hashes[index] == hash {
            guard entries[index].text == text else { continue }
            let statement = entries[index].statement
            guard !statement.isLent else { return nil }
            statement.isLent = true
            promote(index)
            return statement
        }
        return nil
    }

    /// Keeps a statement, lent, and drops the one that was used least; keeps nothing where the text is there already.
    mutating func keep(_ statement: Statement, for text: String, hash: UInt64) {
        guard capacity > 0, !hashes.indices.contains(where: { hashes[$0] == hash && entries[$0].text == text }) else {
            return
        }
        if hashes.count >= capacity {
            hashes.removeLast()
            entries.removeLast()
        }
        statement.isLent = true
        hashes.insert(hash, at: hashes.count / 2)
        entries.insert((text, statement), at: entries.count / 2)
    }

    mutating func removeAll() {
        hashes = []
        entries = []
    }

    var count: Int { entries.count }

    /// Halves the distance to the front, so that what is used often is found first.
    private mutating func promote(_ index: Int) {
        guard index > 0 else { return }
        hashes.swapAt(index, index / 2)
        entries.swapAt(index, index / 2)
    }

    /// A hash of the text's bytes, eight at a time; texts are compared too, so that it need not resist anyone.
    static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            var hash = UInt64(truncatingIfNeeded: bytes.count)
            var offset = 0
            while offset &+ 8 <= bytes.count {
                hash = mix(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset &+= 8
            }
            var rest: UInt64 = 0
            while offset < bytes.count {
                rest = rest << 8 | UInt64(bytes[offset])
                offset &+= 1
            }
            return mix(hash, rest)
        }
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
