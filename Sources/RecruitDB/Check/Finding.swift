/// Something that a check found.
public struct Finding: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Comparable {
        /// Worth knowing; the answer of the check stays yes.
        case note
        /// Something is missing or in the way.
        case warning
        /// Data are lost, wrong, or open to others.
        case error

        /// Whether the left one is less grave.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// How bad it is.
    public let severity: Severity
    /// What was looked at: a table, a file, a program.
    public let subject: String
    /// What is wrong with it.
    public let problem: String
    /// What to do.
    public let advice: String

    init(_ severity: Severity, _ subject: String, _ problem: String, advice: String) {
        self.severity = severity
        self.subject = subject
        self.problem = problem
        self.advice = advice
    }
}
