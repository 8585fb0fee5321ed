import RecruitSQLite

extension Row {
    /// The timestamp in column `index`, written `YYYY-MM-DDTHH:MM:SSZ`.
    ///
    /// - Throws: `RecruitmentError` for any other text.
    borrowing func timestamp(_ index: Int) throws -> Timestamp {
        guard let timestamp = Timestamp(try text(index)) else {
            throw RecruitmentError(
                .badData, "column \(columnName(index)) holds no timestamp; it is written YYYY-MM-DDTHH:MM:SSZ")
        }
        return timestamp
    }
}
