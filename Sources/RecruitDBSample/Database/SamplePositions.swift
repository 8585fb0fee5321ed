import RecruitDB
import RecruitSQLite

/// The positions and intakes of a lab that has recruited for ten years.
enum SamplePositions {
    /// The type of each position in the words of the database.
    static func type(of position: Position) -> String {
        String(position.slug.map { $0 == "-" ? "_" : $0 })
    }

    /// Adds the positions.
    static func add(to database: RecruitmentDatabase) throws {
        for position in Position.all {
            try database.positions.add(
                RecruitDB.Position(
                    slug: position.slug, title: position.englishName, type: type(of: position),
                    keywords: [position.slug]))
        }
    }

    /// Adds the intakes, and what a complete application holds.
    static func addIntakes(_ connection: Connection) throws {
        for year in 2017...2027 {
            for (season, month) in [("spring", "02"), ("fall", "09")] {
                let academicYear = season == "fall" ? year : year - 1
                let next = (academicYear + 1) % 100
                try connection.run(
                    """
                    INSERT INTO intakes (code, academic_year, starts_on) VALUES (\("\(year)-\(season)"),
                      \("\(academicYear)/\(next < 10 ? "0" : "")\(next)"), \("\(year)-\(month)-01"))
                    """)
            }
        }
        try connection.run(
            """
            INSERT INTO position_documents (position_id, document_type)
            SELECT id, type.value FROM positions, (SELECT 'cv' AS value UNION ALL SELECT 'transcript') type
            """)
    }
}
