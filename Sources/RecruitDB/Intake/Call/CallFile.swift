extension Call {
    /// The call that a file's bytes are.
    ///
    /// - Parameters:
    ///   - bytes: The whole file, JSON in UTF-8.
    ///   - file: Its name, for messages.
    /// - Throws: `CallFileError` with every mistake, when there is any.
    public init(_ bytes: [UInt8], file: String) throws(CallFileError) {
        let root: JSONValue
        do {
            root = try JSONReader.read(bytes)
        } catch {
            let sentence = "this is no JSON: \(error.reason)"
            let problem = CallFileError.Problem(
                line: error.position.line, column: error.position.column, sentence: sentence)
            throw CallFileError(file: file, problems: [problem], count: 1)
        }
        let problems = JSONProblems()
        guard root.member("lab") != nil || root.member("positions") != nil else {
            problems.add(
                JSONPath(), "this is no call: \(Self.kind(of: root)); a call is an object with lab and positions")
            throw CallFileError(problems, root, bytes, file)
        }
        let call = Call(JSONFields(root, JSONPath(), problems))
        CallCheck(root: root, call: call, problems: problems).run()
        guard problems.count == 0 else { throw CallFileError(problems, root, bytes, file) }
        self = call
    }

    private static func kind(of root: JSONValue) -> String {
        guard case .object(let members) = root.content else { return "it is \(root.quoted)" }
        if members.isEmpty { return "it is an empty object" }
        let names = members.prefix(5).map { JSONValue.shortened($0.name) }.joined(separator: ", ")
        return "its keys are \(names)" + (members.count > 5 ? ", ..." : "")
    }
}

extension CallFileError {
    init(_ problems: JSONProblems, _ root: JSONValue, _ bytes: [UInt8], _ file: String) {
        // Checks come in the order of the code; a person goes through the file from top to bottom.
        let placed = problems.all.map { (offset: $0.path.offset(in: root), problem: $0) }
        let sorted = placed.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
        self.file = file
        count = problems.count
        self.problems = sorted.prefix(20).map { entry in
            let position = JSONPosition(of: entry.element.offset, in: bytes)
            let sentence = entry.element.problem.description
            return Problem(line: position.line, column: position.column, sentence: sentence)
        }
    }
}
