extension JSONValue {
    /// The texts that the names lead to, with their paths and in the file's order; each list on the way is walked.
    ///
    /// `texts("positions", "intakes", "code")` finds `positions[0].intakes[0].code` and all its like.
    func texts(_ names: String...) -> [(path: JSONPath, text: String)] {
        var found: [(path: JSONPath, text: String)] = []
        collect(names[...], JSONPath(), into: &found)
        return found
    }

    private func collect(
        _ names: ArraySlice<String>, _ path: JSONPath, into found: inout [(path: JSONPath, text: String)]
    ) {
        switch content {
        case .array(let values):
            for (index, value) in values.enumerated() { value.collect(names, path.element(index), into: &found) }
        case .object:
            guard let name = names.first, let member = member(name) else { return }
            member.value.collect(names.dropFirst(), path.member(name), into: &found)
        case .string(let text) where names.isEmpty: found.append((path, text))
        default: return
        }
    }
}
