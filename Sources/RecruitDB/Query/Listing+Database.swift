import RecruitSQLite

extension RecruitmentDatabase {
    /// The rows of `sql`, ready to be written.
    func listing(_ sql: SQL) throws -> Listing {
        try DatabaseFile.named(path) {
            let statement = try connection.prepare(Script(raw: sql.text))
            for (index, value) in sql.values.enumerated() { try statement.bind(value, at: index + 1) }
            let path = path
            return Listing(statement, of: connection) { error in RecruitmentError(wrapping: error, file: path) }
        }
    }
}
