import RecruitSQLite

extension CallImport {
    func putMembers() throws {
        let members = CallMembers(connection: connection)
        try members.rename(call.lab.members) { old, new in
            note("members/\(new)", .changed(field: "handle", old: old, new: new))
        }
        try members.readdress(call.lab.members) { handle, old, new in
            note("members/\(handle)", .changed(field: "email", old: old, new: new))
        }
        for row in rows.members {
            // Whoever comes back is active again; whoever was named all along may have been made inactive by hand.
            try put(before.contains(row.entity) ? row.without("active") : row, in: "members")
        }
    }

    func putScholarship(_ family: CallRows.Family) throws {
        try put(family.row, in: "scholarships")
        let owner = ("scholarship", family.row.keys[0].value)
        try putParts(family, .rates, "scholarship_components", owner, ["academic_year", "code", "from_month"])
    }

    /// Puts all positions, then their parts: a keyword may pass from one to another.
    func putPositions() throws {
        for family in rows.positions { try put(family.row, in: "positions") }
        for (family, position) in zip(rows.positions, call.positions) {
            let id = try connection.value(Int64.self, "SELECT id FROM positions WHERE slug = \(position.slug)")
            let owner = ("position_id", Value.integer(id))
            try takeKeywords(position.keywords, for: id)
            try putParts(family, .keywords, "position_keywords", owner, ["keyword"])
            try putParts(family, .intakes, "position_intakes", owner, ["intake"])
            let entity = "\(family.row.entity)/\(CallPart.requirements.name)"
            let requirements = CallRequirements(connection: connection, position: id)
            try requirements.arrange(position.requirements, isRemovable: { before.contains("\(entity)/\($0)") }) {
                step in
                switch step {
                case .moved(let old, let new):
                    note("\(entity)/\(new)", .changed(field: "ordinal", old: "\(old)", new: "\(new)"))
                case .removed(let ordinal): note("\(entity)/\(ordinal)", .removed)
                }
            }
            try putParts(family, .requirements, "position_requirements", owner, ["ordinal"])
            try putParts(family, .documents, "position_documents", owner, ["document_type"])
            try putParts(family, .scholarships, "position_scholarships", owner, ["scholarship"])
        }
    }

    /// Puts one kind of parts and takes away those that the call names no longer.
    private func putParts(
        _ family: CallRows.Family, _ part: CallPart, _ name: String, _ owner: (String, Value), _ columns: [String]
    ) throws {
        var table = table(name)
        table.owner = owner
        for keys in try table.all(columns) {
            let entity = "\(family.row.entity)/\(part.name)/\(keys.map(\.plain).joined(separator: " "))"
            guard isWithdrawn(entity) else { continue }
            try table.delete(keys)
            note(entity, .removed)
        }
        for row in family.parts[part] ?? [] { try put(row, in: table) }
    }

    /// Takes the keywords from the positions that had them: the call says whose they are.
    private func takeKeywords(_ keywords: [String], for id: Int64) throws {
        for keyword in keywords {
            let holder = try connection.first(
                """
                SELECT p.slug FROM position_keywords k JOIN positions p ON p.id = k.position_id
                WHERE k.keyword = \(keyword) AND k.position_id <> \(id)
                """
            ) { try $0.text(0) }
            guard let holder else { continue }
            try connection.run("DELETE FROM position_keywords WHERE keyword = \(keyword)")
            note("positions/\(holder)/\(CallPart.keywords.name)/\(keyword)", .removed)
        }
    }
}
