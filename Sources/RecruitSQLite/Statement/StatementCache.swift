/// The statements that a connection keeps prepared, those that are used often first to be found.
///
/// A statement in use is lent: who asks for the same text meanwhile prepares one of its own.
final class StatementCache {
    private struct Slot {
        /// Where the literal stands that the text begins with, and which is kept here so that nothing else can stand there.
        let place: SQL.Place?
        let head: String
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

    /// Lends the statement whose only literal stands in memory where that of `sql` does, when nobody uses it.
    ///
    /// The same line of a program comes with the same literal every time: no byte of it need be read.
    func lend(_ sql: SQL) -> Statement? {
        guard let place = sql.place else { return nil }
        for index in 0..<count where slots[index].place == place { return lend(at: index) }
        return nil
    }

    /// Lends the statement for `sql`, when it is there and nobody uses it.
    func lend(_ sql: SQL, hash: UInt64) -> Statement? {
        index(of: sql, hash: hash).flatMap { lend(at: $0) }
    }

    private func lend(at index: Int) -> Statement? {
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
        (slots + count).initialize(
            to: Slot(place: sql.place, head: sql.head, hash: hash, text: text, statement: statement))
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
