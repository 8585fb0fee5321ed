import RecruitSQLite

/// The requirements of one position, moved so that a sentence keeps its row when its place in the call changes.
///
/// What people have found out about applicants hangs on the row's id.
struct CallRequirements {
    /// A row of `position_requirements`.
    struct Known {
        let id: Int64
        let ordinal: Int
        let statement: String
    }

    /// What happens to a row before the call's fields are written.
    enum Step {
        case moved(from: Int, to: Int)
        case removed(Int)
    }

    let connection: Connection
    let position: Int64

    /// Gives every row whose sentence the call has at another ordinal that ordinal.
    ///
    /// - Parameters:
    ///   - wanted: Ordinal and sentence of the call's requirements.
    ///   - isRemovable: Whether a row at this ordinal is the call's own, which may go when its sentence is gone.
    ///   - done: Called for each row that is moved or removed.
    /// - Throws: `SQLiteError`.
    func arrange(_ wanted: [Call.Requirement], isRemovable: (Int) -> Bool, _ done: (Step) -> Void) throws {
        let known = try connection.all(
            "SELECT id, ordinal, statement FROM position_requirements WHERE position_id = \(position) ORDER BY ordinal"
        ) { row in
            Known(id: try row.int64(0), ordinal: try row.int(1), statement: try row.text(2))
        }
        var places: [Int64: Int] = [:]
        var free = Set(wanted.map(\.ordinal))
        for requirement in wanted {
            let same = known.filter { $0.statement == requirement.statement && places[$0.id] == nil }
            guard let row = same.first(where: { $0.ordinal == requirement.ordinal }) ?? same.first else { continue }
            places[row.id] = requirement.ordinal
            free.remove(requirement.ordinal)
        }
        guard known.contains(where: { row in places[row.id].map { $0 != row.ordinal } ?? false }) else { return }
        var last = max(known.map(\.ordinal).max() ?? 0, wanted.map(\.ordinal).max() ?? 0)
        for row in known where places[row.id] == nil {
            if free.remove(row.ordinal) != nil {
                // The sentence was edited in its place.
                places[row.id] = row.ordinal
            } else if isRemovable(row.ordinal) {
                try connection.run("DELETE FROM position_requirements WHERE id = \(row.id)")
                done(.removed(row.ordinal))
            } else if places.values.contains(row.ordinal) {
                last += 1
                places[row.id] = last
            } else {
                places[row.id] = row.ordinal
            }
        }
        try move(known, to: places, done)
    }

    private func move(_ known: [Known], to places: [Int64: Int], _ done: (Step) -> Void) throws {
        let moving = known.filter { row in places[row.id].map { $0 != row.ordinal } ?? false }
        for row in moving {
            // Ordinals are unique: all leave before the first arrives. A call's ordinals end at 1,000.
            try connection.run(
                "UPDATE position_requirements SET ordinal = \(row.ordinal + 1_000_000) WHERE id = \(row.id)")
        }
        for row in moving {
            guard let place = places[row.id] else { continue }
            try connection.run("UPDATE position_requirements SET ordinal = \(place) WHERE id = \(row.id)")
            done(.moved(from: row.ordinal, to: place))
        }
    }
}
