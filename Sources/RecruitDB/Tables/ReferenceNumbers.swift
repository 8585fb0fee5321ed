import RecruitSQLite

/// The table `reference_numbers`: the numbers in `P-0041` and `A-2027-0041`, each given once.
struct ReferenceNumbers {
    let connection: Connection

    /// The next ref of `series` (`P`, `A-2027`). It is taken when a row with it is inserted.
    func next(_ series: String) throws -> String {
        let last = try connection.first("SELECT last FROM reference_numbers WHERE series = \(series)") { row in
            try row.int(0)
        }
        return "\(series)-\(Day.padded((last ?? 0) &+ 1, to: 4))"
    }
}
