import RecruitSQLite

extension CallImport {
    /// Takes away what the call before named and this one does not, or says why it stays.
    func withdraw() throws {
        try withdrawPositions()
        for code in try withdrawn("intakes", "code") {
            try remove("intakes/\(code)", else: "not in the call any more, kept because something refers to it") {
                try connection.run("DELETE FROM intakes WHERE code = \(code)")
            }
        }
        for code in try withdrawn("scholarships", "code") {
            try remove("scholarships/\(code)", else: "not in the call any more, kept because something refers to it") {
                try connection.run("DELETE FROM scholarships WHERE code = \(code)")
            }
        }
        for code in try withdrawn("questions", "code") {
            try remove("questions/\(code)", else: "not in the call any more, kept because it has answers") {
                try connection.run("DELETE FROM questions WHERE code = \(code)")
            }
        }
        for handle in try withdrawn("members", "handle") {
            // History names members by their handle: the row stays.
            let changed = try connection.run("UPDATE members SET active = 0 WHERE handle = \(handle) AND active = 1")
            if changed > 0 { note("members/\(handle)", .kept(why: "not in the call any more, kept as inactive")) }
        }
    }

    /// Takes away addresses that the call names no longer, before it puts its own, which may differ by case alone.
    func withdrawAddresses() throws {
        for address in try withdrawn("lab_addresses", "address", as: "addresses") {
            try connection.run("DELETE FROM lab_addresses WHERE address = \(address)")
            note("addresses/\(address)", .removed)
        }
    }

    private func withdrawPositions() throws {
        for slug in try withdrawn("positions", "slug") {
            let count = try connection.value(
                Int.self,
                """
                SELECT count(*) FROM applications a JOIN positions p ON p.id = a.position_id WHERE p.slug = \(slug)
                """)
            if count == 0 {
                try connection.run("DELETE FROM positions WHERE slug = \(slug)")
                note("positions/\(slug)", .removed)
                continue
            }
            let why = "not in the call any more, kept with its \(count) application\(count == 1 ? "" : "s")"
            note("positions/\(slug)", .kept(why: why))
            let status = try connection.value(String.self, "SELECT status FROM positions WHERE slug = \(slug)")
            guard ["open", "paused"].contains(status) else { continue }
            try connection.run("UPDATE positions SET status = 'closed' WHERE slug = \(slug)")
            note("positions/\(slug)", .changed(field: "status", old: status, new: "closed"))
        }
    }

    /// The keys of the rows in `table` that only the call before named.
    private func withdrawn(_ table: String, _ column: String, as name: String? = nil) throws -> [String] {
        try self.table(table).all([column]).map { $0.map(\.plain).joined() }
            .filter { isWithdrawn("\(name ?? table)/\($0)") }
    }

    private func remove(_ entity: String, else why: String, _ delete: () throws -> Void) throws {
        do {
            try connection.savepoint(delete)
            note(entity, .removed)
        } catch let error as SQLiteError where error.code.primary == .constraint {
            note(entity, .kept(why: why))
        }
    }
}
