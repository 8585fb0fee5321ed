import CRecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Migrator {
    /// What an upgrade did.
    public struct Upgrade: Sendable, Hashable {
        /// The migrations that were applied, ascending.
        public let applied: [Migration]
        /// The path of the copy from before them; nil where there was nothing to apply or nothing to lose.
        public let copy: String?
    }

    /// How many copies may lie beside one file.
    fileprivate static let mostCopies = 999

    /// Applies the pending migrations after a copy of the file, which lies beside it, mode 0600: for `lab.db` and a first
    /// migration 12, `lab.before-0012.db`, or `lab.before-0012-2.db` and so on where that is taken.
    ///
    /// A new file, and one in memory, has nothing to lose and is not copied. Throws as `migrate` and `vacuum(into:)` do;
    /// without the copy nothing is applied, and what was applied before a failure stays.
    public func upgrade(_ connection: Connection) throws -> Upgrade {
        guard let first = try pending(on: connection).first else { return Upgrade(applied: [], copy: nil) }
        let copy =
            first.number > 1 ? try connection.copyAside(named: "before-\(first.name.prefix { $0.isNumber })") : nil
        return Upgrade(applied: try migrate(connection), copy: copy)
    }
}

extension Connection {
    /// Copies the file beside itself, mode 0600, and returns the copy's path; nil for a database in memory.
    ///
    /// For `lab.db` and the name `before-x` it is `lab.before-x.db`, or `lab.before-x-2.db` and so on where that is taken.
    /// Throws as `vacuum(into:)` does.
    public func copyAside(named name: String) throws -> String? {
        guard database.isOpen, let path = sqlite3_db_filename(database.pointer, "main").map({ String(cString: $0) }),
            !path.isEmpty
        else { return nil }
        let fileStart = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > fileStart ? $0 : nil } ?? path.endIndex
        let stem = "\(path[..<dot]).\(name)"
        for attempt in 1...Migrator.mostCopies {
            let copy = "\(stem)\(attempt == 1 ? "" : "-\(attempt)")\(path[dot...])"
            do {
                try vacuum(into: copy)
                return copy
            } catch let error as SQLiteError where .cantOpen ~= error.code && access(copy, F_OK) == 0 {
                // Taken, by an earlier upgrade or by one that runs now.
                continue
            }
        }
        throw SQLiteError(
            code: .cantOpen,
            message: "\(stem)\(path[dot...]): there are \(Migrator.mostCopies) copies already; move some away")
    }
}
