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
    /// Statements that are lent, but not kept any more: they go when they are given back.
    private var leaving: [Statement] = []
    /// Whether there are any: one word is asked faster than an array.
    private var isAnyLeaving = false

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
    @inline(__always)
    func lend(_ sql: SQL) -> LentStatement? {
        guard let place = sql.place else { return nil }
        for index in 0..<count where slots[index].place == place { return lend(at: index) }
        return nil
    }

    /// Lends the statement for `sql`, when it is there and nobody uses it.
    func lend(_ sql: SQL, hash: UInt64) -> LentStatement? {
        index(of: sql, hash: hash).flatMap { lend(at: $0) }
    }

    @inline(__always)
    private func lend(at index: Int) -> LentStatement? {
        let lent = LentStatement(slots[index].statement)
        guard lent.use({ !$0.isLent }) else { return nil }
        lent.use { $0.isLent = true }
        // Halving the distance to the front keeps there what is used often, and is no shuffle when everything is.
        if index > 0 { swap(index, index / 2) }
        return lent
    }

    /// Keeps a statement in place of the one found last, and lends it; one whose text is there already, which somebody
    /// uses, is kept until it is given back.
    func keep(_ statement: Statement, for sql: SQL, text: String, hash: UInt64) -> LentStatement {
        statement.isLent = true
        guard index(of: sql, hash: hash) == nil else {
            leave(statement)
            return LentStatement(statement)
        }
        if count == capacity { removeLast() }
        (slots + count).initialize(
            to: Slot(place: sql.place, head: sql.head, hash: hash, text: text, statement: statement))
        count += 1
        swap(count - 1, count / 2)
        return LentStatement(statement)
    }

    /// Takes a statement back that was lent.
    @inline(__always)
    func takeBack(_ lent: LentStatement) {
        lent.use { $0.isLent = false }
        if isAnyLeaving { letGo() }
    }

    @inline(never)
    private func letGo() {
        leaving = leaving.filter(\.isLent)
        isAnyLeaving = !leaving.isEmpty
    }

    /// Keeps nothing any more; a statement that is lent goes when it is given back.
    func removeAll() {
        while count > 0 { removeLast() }
    }

    private func removeLast() {
        count -= 1
        let last = (slots + count).move()
        if last.statement.isLent { leave(last.statement) }
    }

    private func leave(_ statement: Statement) {
        leaving.append(statement)
        isAnyLeaving = true
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
