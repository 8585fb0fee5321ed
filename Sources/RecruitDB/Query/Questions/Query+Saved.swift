extension Query {
    /// The saved question that `text` names, else what `init(text:file:parameters:)` makes of the words.
    ///
    /// - Parameters:
    ///   - text: the name of a saved question, SQL, or `-` for standard input.
    ///   - file: a file of SQL, where there is no `text`.
    ///   - parameters: the values of its parameters.
    ///   - questions: the saved questions.
    ///   - path: the database that will be asked: a recruitment database where it is a saved question.
    /// - Throws: `RecruitmentError`: as `SavedQuestions.find`, `SavedQuestion.query` and `RecruitmentDatabase.init` do.
    public init(
        text: String?, file: String?, parameters: [QueryParameter], of questions: SavedQuestions, database path: String
    ) throws {
        guard let text, file == nil, SQLWord.isName(text) else {
            try self.init(text: text, file: file, parameters: parameters)
            return
        }
        let question = try questions.find(text)
        self = try question.query(parameters)
        try DatabaseFile.checkName(path)
        try DatabaseFile.check(path)
        do {
            // It is tried here, so that what is wrong with it is not laid to the person who asks.
            _ = try open(path)
        } catch let error as RecruitmentError where error.kind == .usage || error.kind == .noPermission {
            // A built-in question fits the newest schema.
            if question.file == nil { _ = try RecruitmentDatabase.openForReading(at: path) }
            throw RecruitmentError(
                error.kind == .usage ? .badData : error.kind,
                "\(SQLExcerpt.visible(question.file ?? question.name, limit: 200)): \(error.message)")
        }
    }
}
