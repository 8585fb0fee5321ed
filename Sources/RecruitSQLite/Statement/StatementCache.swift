/// The statements that a connection keeps prepared, those that are used often first to be found.
///
/// A statement in use is lent: who asks for the same text meanwhile prepares one of its own.
final class StatementCache {
    private struct Slot {
        let hash: UInt64
        let text: String
        let statement: Statement
    }

    private let slots: UnsafeMutablePointer<Slot>
    private let capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        slots = .allocate(capacity: self.capacity)
    }

    deinit {
        removeAll()
        slots.deallocate()
    }

    /// Lends the statement for `sql`, when it is there and nobody uses it.
    func lend(_ sql: SQL, hash: UInt64) -> Statement? {
        guard let index = index(of: sql, hash: hash) else { return nil }
        let statement = slots[index].statement
        guard !statement.isLent else { return nil }
        statement.isLent = true
        // Halving the distance to the front keeps there what is used often, and is no shuffle when everything is.
        if index > 0 { swap(index, index / 2) }
        return statement
    }

    /// Keeps a statement, lent, in place of the one found last; keeps nothing where the text is there already.
    func keep(_ statement: Statement, for sql: SQL, text: String, hash: UInt64) {
        guard index(of: sql, hash: hash) == nil else { return }
        statement.isLent = true
        if count == capacity {
            count -= 1
            (slots + count).deinitialize(count: 1)
        }
        (slots + count).initialize(to: Slot(hash: hash, text: text, statement: statement))
        count += 1
        swap(count - 1, count / 2)
    }

    func removeAll() {
        slots.deinitialize(count: count)
        count = 0
    }

    private func index(of sql: SQL, hash: UInt64) -> Int? {
        for index in 0..<count where slots[index].hash == hash && sql.hasText(slots[index].text) { return index }
        return nil
    }

    private func swap(_ first: Int, _ second: Int) {
        if first == second { return }
        (slots[first], slots[second]) = (slots[second], slots[first])
    }
}
