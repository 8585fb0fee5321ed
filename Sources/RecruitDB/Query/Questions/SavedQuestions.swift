/// The saved questions that there are: those built in, and a lab's own.
///
/// Own ones lie as files NAME.sql in a folder: `recruitment.questions` beside `recruitment.db`, or another. One that is
/// called as a built-in one stands in its place. A file that is wrong hinders no other.
public struct SavedQuestions: Sendable {
    /// The folder of the lab's own questions, nil for the built-in ones alone.
    public let folder: String?
    /// Whether it is an error when the folder is not there.
    private let isFolderNamed: Bool

    /// The questions built in, and those in the folder beside the database at `path`, or in `folder`.
    ///
    /// - Parameters:
    ///   - path: the database: `recruitment.db` has its own questions in `recruitment.questions`.
    ///   - folder: another folder, which must be there.
    public init(beside path: String, folder: String? = nil) {
        self.folder = folder ?? DatabaseFile.stem(of: path) + ".questions"
        isFolderNamed = folder != nil
    }

    /// The built-in questions alone.
    public static var builtIn: SavedQuestions { SavedQuestions() }

    private init() {
        folder = nil
        isFolderNamed = false
    }

    /// The question called `name`.
    ///
    /// - Throws: `RecruitmentError`: usage when there is none, with the nearest name; badData with file and line when its
    ///   file is wrong; noInput when a folder was named that is not there.
    public func find(_ name: String) throws -> SavedQuestion {
        if let own = try own()?.find(name) { return own }
        if let builtIn = try BuiltInQuestions.find(name) { return builtIn }
        let names = try names()
        let hint =
            name.nearest(of: names).map { "; did you mean '\($0)'?" }
            ?? "; 'query --list' shows all, and SQL is one quoted word: recruitdb query 'SELECT ...'"
        throw RecruitmentError(
            .usage, "'\(SQLExcerpt.visible(name))' is no SQL, and there is no saved question of that name\(hint)")
    }

    /// All questions by name, and what is wrong with the files that are none.
    ///
    /// - Returns: the questions, and an error for each file that is wrong.
    /// - Throws: `RecruitmentError` of kind noInput when a folder was named that is not there.
    public func all() throws -> (questions: [SavedQuestion], problems: [RecruitmentError]) {
        var questions: [SavedQuestion] = []
        var problems: [RecruitmentError] = []
        for name in try names() {
            do {
                questions.append(try find(name))
            } catch let error as RecruitmentError {
                problems.append(error)
            }
        }
        if let own = try own() {
            for name in own.names.bad.prefix(QuestionFolder.mostFiles) {
                problems.append(
                    RecruitmentError(
                        .badData,
                        "\(SQLExcerpt.visible(own.file(name), limit: 200)): no question can be called so; names are of "
                            + "a-z, 0-9 and -, begin with a letter, and are no word that begins SQL"))
            }
        }
        return (questions, problems)
    }

    /// The names of all questions, ascending, those of broken files too.
    public func names() throws -> [String] {
        let own = try own()?.names.good ?? []
        guard own.count <= QuestionFolder.mostFiles else {
            throw RecruitmentError(
                .badData, "\(folder ?? ""): has over \(QuestionFolder.mostFiles) questions; is it the right folder?")
        }
        return Set(own + BuiltInQuestions.names).sorted()
    }

    /// Whether the lab's own question `question` stands in the place of a built-in one.
    public static func replacesBuiltIn(_ question: SavedQuestion) -> Bool {
        question.file != nil && BuiltInQuestions.names.contains(question.name)
    }

    private func own() throws -> QuestionFolder? {
        guard let folder else { return nil }
        let own = QuestionFolder(path: folder)
        if own.exists { return own }
        guard isFolderNamed else { return nil }
        throw RecruitmentError(
            .noInput, "\(SQLExcerpt.visible(folder, limit: 200)): there is no such folder of questions")
    }
}
