/// What the arguments ask for.
enum Invocation {
    case help
    case probe
    case attempt(Attempts.Profile)
    /// PDFs that come through a socket, one after another, each within processor seconds.
    case serve(seconds: UInt32)
    /// A document of the given type, or of the type that its first bytes show, within seconds.
    case extract(DocumentType?, seconds: UInt32)

    /// Reads the arguments after the program's name; throws status 64 for one that means nothing.
    init(_ arguments: [String]) throws(ExtractionError) {
        var type: DocumentType?
        var seconds = Limits.seconds
        var isServing = false
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves.first ?? "")
            let attached = halves.count > 1 ? String(halves[1]) : nil
            switch (name, attached) {
            case ("--help", nil), ("-h", nil):
                self = .help
                return
            case ("--probe", nil):
                self = .probe
                return
            case ("--probe", let profile?):
                guard let profile = Attempts.Profile(rawValue: profile) else { throw Self.unknown(argument) }
                self = .attempt(profile)
                return
            case ("--serve", nil): isServing = true
            case ("--type", _):
                guard let value = attached ?? rest.popFirst() else { throw Self.lacksValue(name) }
                guard ["auto", "pdf", "docx", "txt"].contains(value) else {
                    throw Self.unknown("\(name) \(value)")
                }
                type = DocumentType(rawValue: value)
            case ("--seconds", _):
                guard let value = attached ?? rest.popFirst() else { throw Self.lacksValue(name) }
                guard let number = UInt32(value), 1...3600 ~= number else { throw Self.unknown("\(name) \(value)") }
                seconds = number
            default: throw Self.unknown(argument)
            }
        }
        self = isServing ? .serve(seconds: seconds) : .extract(type, seconds: seconds)
    }

    private static func unknown(_ argument: String) -> ExtractionError {
        ExtractionError(status: .usage, message: "\(argument) is not known; see recruitdb-extract --help")
    }

    private static func lacksValue(_ name: String) -> ExtractionError {
        ExtractionError(status: .usage, message: "\(name) needs a value; see recruitdb-extract --help")
    }
}
