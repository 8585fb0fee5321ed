import CRecruitSQLite

/// A statement that the cache has lent for one run.
///
/// It counts no references, which each run would pay for: the cache keeps a statement until it is given back.
@usableFromInline
struct LentStatement {
    private let unmanaged: Unmanaged<Statement>
    @usableFromInline let handle: OpaquePointer

    @inline(__always)
    init(_ statement: Statement) {
        unmanaged = Unmanaged.passUnretained(statement)
        handle = statement.handle
    }

    /// The statement, whose references are counted as those of any object.
    @usableFromInline var statement: Statement { unmanaged.takeUnretainedValue() }

    @inline(__always)
    func use<R>(_ body: (Statement) throws -> R) rethrows -> R {
        try unmanaged._withUnsafeGuaranteedRef { try body($0) }
    }

    /// Goes to the next row; false at the end.
    @usableFromInline
    func advance() throws -> Bool {
        try use { try $0.advance() }
    }

    /// Runs a statement that writes to its end, of which the first row was read.
    @usableFromInline
    func finish() throws {
        try use { statement in
            if !statement.isReadOnly { while try statement.advance() {} }
        }
    }
}
