import CQuestions

/// The saved questions that are embedded in the binary: the files of Sources/CQuestions/Questions.
enum BuiltInQuestions {
    /// Their names, ascending.
    static var names: [String] { (0..<recruit_question_count()).map { String(cString: recruit_question_name($0)) } }

    /// The question called `name`, nil when there is none.
    ///
    /// - Throws: `RecruitmentError` of kind badData for a header that is wrong, which a test excludes.
    static func find(_ name: String) throws(RecruitmentError) -> SavedQuestion? {
        for index in 0..<recruit_question_count() where String(cString: recruit_question_name(index)) == name {
            var count = 0
            let bytes = recruit_question_bytes(index, &count)
            let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
            return try QuestionHeader.read(text, name: name, source: "\(name).sql")
        }
        return nil
    }
}
