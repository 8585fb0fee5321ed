import RecruitSQLite

/// What the table `members` needs before a call's rows can be put in: handles and addresses may change places.
struct CallMembers {
    let connection: Connection

    /// Gives each member whose address is known and whose handle is new that handle.
    ///
    /// - Parameters:
    ///   - members: Handle and address of every member of the call.
    ///   - changed: Called with old and new handle.
    /// - Throws: `SQLiteError`.
    func rename(_ members: [Call.Member], _ changed: (String, String) -> Void) throws {
        let handles = Set(members.map(\.handle))
        for member in members {
            let isKnown = try connection.value(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM members WHERE handle = \(member.handle))")
            if isKnown { continue }
            let holder = try connection.first("SELECT handle FROM members WHERE email = \(member.email)") {
                try $0.text(0)
            }
            guard let holder, !handles.contains(holder) else { continue }
            try connection.run("UPDATE members SET handle = \(member.handle) WHERE handle = \(holder)")
            changed(holder, member.handle)
        }
    }

    /// Gives each member the address of the call, also where two have changed theirs with each other.
    ///
    /// - Throws: `RecruitmentError` when someone who is not in the call has an address of the call.
    func readdress(_ members: [Call.Member], _ changed: (String, _ old: String, _ new: String) -> Void) throws {
        var moving: [(member: Call.Member, old: String)] = []
        for member in members {
            let old = try connection.first("SELECT email FROM members WHERE handle = \(member.handle)") {
                try $0.text(0)
            }
            if let old, old != member.email { moving.append((member, old)) }
        }
        for (member, _) in moving {
            // No address looks like this one, so that the order of the changes does not matter.
            let parked = "\(member.handle) moves"
            try connection.run("UPDATE members SET email = \(parked) WHERE handle = \(member.handle)")
        }
        for (member, old) in moving {
            try connection.run(
                """
                UPDATE members SET email = \(member.email) WHERE handle = \(member.handle)
                AND NOT EXISTS (SELECT 1 FROM members WHERE email = \(member.email) AND handle <> \(member.handle))
                """)
            changed(member.handle, old, member.email)
        }
        for member in members {
            let holder = try connection.first(
                "SELECT handle FROM members WHERE email = \(member.email) AND handle <> \(member.handle)"
            ) { try $0.text(0) }
            guard let holder else { continue }
            throw RecruitmentError(
                .badData,
                "members: \(member.email) is the address of \(holder) in the database and of "
                    + "\(member.handle) in the call; "
                    + "correct one of them")
        }
    }
}
