public import RecruitSQLite

extension RecruitmentDatabase {
    /// The answer to one statement that reads, on a connection of its own that can do nothing else.
    ///
    /// `values` are those of the statement's parameters by name, without the `:`. The listing has the names of the
    /// columns; `rows()` gives its values, `bytes(_:)` and `write(_:to:)` its text in any format:
    ///
    ///     let offers = try database.query(
    ///         "SELECT ref FROM application_overview WHERE stage = :stage", ["stage": .text("offer")])
    ///     print(offers.columns, try offers.rows())
    ///
    /// - Throws: as `Query.open(_:)`.
    public func query(_ sql: String, _ values: [String: Value] = [:]) throws -> Listing {
        let parameters = values.sorted { $0.key < $1.key }.map { QueryParameter($0.key, $0.value) }
        return try Query(sql, parameters: parameters).open(path)
    }
}
