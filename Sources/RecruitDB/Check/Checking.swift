import RecruitSQLite

extension RecruitmentDatabase {
    /// Looks for what is wrong with the file, the schema, the folder of papers and the programs that read them.
    ///
    /// - Parameter readsFiles: whether every paper is read and its hash compared.
    /// - Returns: what was found, the worst first.
    /// - Throws: `RecruitmentError` when the database cannot be read at all.
    public func check(readsFiles: Bool = true) throws -> [Finding] {
        try DatabaseFile.named(path) {
            var findings = try TableCheck(connection: connection, path: path).findings()
            findings += try SchemaCheck(connection: connection, path: path).findings()
            findings += try FileCheck(connection: connection, store: documentStore, readsFiles: readsFiles).findings()
            findings += ModeCheck(path: path, folder: documentStore.path).findings()
            findings += try ProgramCheck(connection: connection).findings()
            return findings.enumerated().sorted { left, right in
                (right.element.severity, left.offset) < (left.element.severity, right.offset)
            }.map(\.element)
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
