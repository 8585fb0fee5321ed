#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder in which a lab keeps questions of its own, each a file NAME.sql.
struct QuestionFolder {
    /// More is no question.
    static let largestFile = 1 << 18
    /// More is no folder of questions.
    static let mostFiles = 1000

    /// The path of the folder.
    let path: String

    /// The names of its questions, ascending, and those of files that no question can be called after.
    ///
    /// Files that begin with a dot or end in something else are no questions.
    var names: (good: [String], bad: [String]) {
        let stems = SystemFolder.names(in: path).filter { !$0.hasPrefix(".") && $0.hasSuffix(".sql") }
            .map { String($0.dropLast(4)) }
        return (stems.filter(Self.isName), stems.filter { !Self.isName($0) })
    }

    /// Whether the folder is there.
    var exists: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The file of the question `name`.
    func file(_ name: String) -> String { path + "/" + name + ".sql" }

    /// The question called `name`, nil when it has no file.
    ///
    /// A file that is a link, no file, too large, or no text is refused: whoever may write into the folder must not
    /// make the program read something else.
    ///
    /// - Throws: `RecruitmentError`: badData with file and line, noPermission, io.
    func find(_ name: String) throws(RecruitmentError) -> SavedQuestion? {
        guard Self.isName(name) else { return nil }
        let file = file(name)
        let shown = SQLExcerpt.visible(file, limit: 200)
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else {
            let code = errno
            switch code {
            case ENOENT, ENOTDIR: return nil
            case ELOOP: throw RecruitmentError(.badData, "\(shown): is a link; a question is a file of its own")
            default:
                throw RecruitmentError(
                    code == EACCES ? .noPermission : .io, "\(shown): cannot be read: \(reason(code))")
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RecruitmentError(.badData, "\(shown): is no file; a question is a file of SQL")
        }
        var bytes = try SystemFile.read(descriptor, named: shown, limit: Self.largestFile)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let place = bytes.firstIndex(of: 0) {
            let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            throw RecruitmentError(.badData, "\(shown):\(line): there is a NUL; a question is text")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RecruitmentError(.badData, "\(shown): is not text in UTF-8")
        }
        // Its header and SQL are shown on terminals, which such characters command.
        if let place = text.unicodeScalars.firstIndex(where: Self.isControl) {
            let line = text.utf8[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            throw RecruitmentError(.badData, "\(shown):\(line): there is a control character; in SQL it is char(N)")
        }
        return try QuestionHeader.read(Self.unified(text), name: name, source: shown, file: file)
    }

    /// Whether a scalar commands a terminal; tabs and line ends are text.
    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar)
    }

    /// The text with LF line ends.
    private static func unified(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        return String(decoding: text.utf8.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }

    /// Whether a question may be called `name`: lower-case letters, digits and hyphens, and no word that begins SQL.
    static func isName(_ name: String) -> Bool {
        SQLWord.isName(name)
            && name.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}
