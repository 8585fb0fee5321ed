import RecruitSQLite

extension RecruitmentDatabase {
    /// Looks for what is wrong with the file, the schema, the folder of papers and the programs that read them.
    ///
    /// - Parameter readsFiles: whether every paper is read and its hash compared.
    /// - Returns: what was found, the worst first.
    /// - Throws: `RecruitmentError` when the database cannot be read at all.
    public func check(readsFiles: Bool = true) throws -> [Finding] {
        try DatabaseFile.named(path) {
            var findings: [Finding] = []
            try collect(&findings) {
                try requireCurrentSchema()
                let found = try TableCheck(connection: connection, path: path).findings()
                // What SQL changed is made comparable again; nothing is written into a file with damage.
                let outdated = found.isEmpty ? try refreshNameKeys() : 0
                guard outdated > 0 else { return found }
                return [
                    Finding(
                        .note, "applicant_name_keys", "\(outdated) names changed by SQL are not compared yet",
                        advice: "run recruitdb duplicates where the file may be written")
                ]
            }
            try collect(&findings) { try SchemaCheck(connection: connection, path: path).findings() }
            try collect(&findings) {
                try FileCheck(connection: connection, store: documentStore, readsFiles: readsFiles).findings()
            }
            try collect(&findings) { try PlaceCheck(connection: connection, path: path).findings() }
            findings += ModeCheck(path: path, folder: documentStore.path).findings()
            try collect(&findings) { try ProgramCheck(connection: connection).findings() }
            return findings.enumerated().sorted { left, right in
                (right.element.severity, left.offset) < (left.element.severity, right.offset)
            }.map(\.element)
        }
    }

    /// Adds what `part` finds; that it cannot read the file is a finding too.
    private func collect(_ findings: inout [Finding], _ part: () throws -> [Finding]) throws {
        do { findings += try part() } catch let error as SQLiteError
            where error.code.primary == .corrupt || error.code.primary == .notADatabase
        {
            let damage = Finding(.error, path, error.message, advice: TableCheck.adviceForDamage(path))
            if !findings.contains(damage) { findings.append(damage) }
        }
    }
}

extension Listing {
    /// The findings as rows: severity, subject, problem, advice.
    public convenience init(_ findings: [Finding]) {
        self.init(
            columns: ["severity", "subject", "problem", "advice"],
            rows: findings.map {
                [.text($0.severity.rawValue), .text($0.subject), .text($0.problem), .text($0.advice)]
            })
    }
}
