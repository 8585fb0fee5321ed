import RecruitSQLite

extension SavedQuestions {
    /// All questions as a listing: name, question, parameters, personal; and what is to be said beside it.
    ///
    /// - Parameter path: a database; then only those questions that `--redact` answers there.
    /// - Returns: the listing, what own questions stand in the place of built-in ones, and what is wrong with files.
    /// - Throws: as `all` does.
    public func listing(
        redactedFor path: String? = nil
    ) throws -> (listing: Listing, remarks: [String], problems: [RecruitmentError]) {
        var (questions, problems) = try all()
        if let path {
            let session = try QuerySession(path, isRedacted: true)
            questions = questions.filter { session.answers($0.sql) }
        }
        let rows = questions.map { question -> [Value] in
            [
                .text(question.name), .text(question.question),
                .text(question.parameters.map(\.description).joined(separator: ", ")),
                .text(question.isPersonal ? "yes" : "no"),
            ]
        }
        let remarks = questions.filter(Self.replacesBuiltIn).map { question in
            "\(question.name) is \(SQLExcerpt.visible(question.file ?? "", limit: 200)), not the built-in question"
        }
        return (Listing(columns: ["name", "question", "parameters", "personal"], rows: rows), remarks, problems)
    }
}
