/// Something wrong with a value: where it is, and what would be right.
struct JSONProblem: Sendable, Hashable {
    let path: JSONPath
    let sentence: String

    var description: String { path.steps.isEmpty ? sentence : "\(path): \(sentence)" }
}

/// What is wrong with one JSON text, gathered so that a person sees all of it at once.
final class JSONProblems {
    /// In the order found; a hostile text can have millions, of which the first thousand are kept.
    private(set) var all: [JSONProblem] = []
    /// How many were found, the kept ones among them.
    private(set) var count = 0

    /// Notes that the value at `path` is wrong.
    func add(_ path: JSONPath, _ sentence: String) {
        count &+= 1
        if all.count < 1_000 { all.append(JSONProblem(path: path, sentence: sentence)) }
    }
}
