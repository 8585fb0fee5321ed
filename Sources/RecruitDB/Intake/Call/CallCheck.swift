/// Checks what one value of a call says against another: names used twice, references that lead nowhere.
///
/// It works on the file's own tree, so that paths stay right in a file with other mistakes.
struct CallCheck {
    let root: JSONValue
    let call: Call
    let problems: JSONProblems

    func run() {
        names()
        references()
        keywords()
        days()
        scholarships()
    }

    private func names() {
        once(root.texts("lab", "members", "handle"), "a handle")
        once(root.texts("lab", "members", "email") + root.texts("lab", "addresses"), "an address") { $0.lowercased() }
        once(root.texts("intakes", "code"), "an intake")
        once(root.texts("positions", "slug"), "a slug")
        once(root.texts("scholarships", "code"), "a scholarship") { $0.lowercased() }
        once(root.texts("questions", "code"), "a question")
        onceInEach(root.texts("positions", "intakes") + root.texts("positions", "intakes", "code"))
        onceInEach(root.texts("positions", "documents") + root.texts("positions", "documents", "document_type"))
        onceInEach(root.texts("positions", "scholarships"))
        onceInEach(root.texts("questions", "positions"))
        onceInEach(root.texts("questions", "options"))
        for (index, position) in call.positions.enumerated() {
            ordinals(index)
            let path = JSONPath().member("positions").element(index).member("eligible_levels")
            if Set(position.eligibleLevels).count < position.eligibleLevels.count {
                problems.add(path, "a level stands twice in this list")
            }
        }
        for (index, question) in call.questions.enumerated() {
            let path = JSONPath().member("questions").element(index)
            if question.type == .choice, question.options.isEmpty {
                problems.add(path, "options is missing: a choice has the answers to choose from")
            } else if question.type != .choice, !question.options.isEmpty {
                problems.add(path.member("options"), "only a question of type choice has options")
            }
        }
    }

    private func references() {
        let handles = root.texts("lab", "members", "handle").map(\.text)
        within(root.texts("lab", "leader") + root.texts("positions", "contact"), handles, "the handle of a member")
        let intakes = root.texts("positions", "intakes") + root.texts("positions", "intakes", "code")
        within(intakes, root.texts("intakes", "code").map(\.text), "one of the call's intakes")
        let scholarships = root.texts("scholarships", "code").map(\.text)
        within(root.texts("positions", "scholarships"), scholarships, "one of the call's scholarships")
        within(
            root.texts("questions", "positions"), root.texts("positions", "slug").map(\.text),
            "one of the call's positions")
    }

    private func ordinals(_ index: Int) {
        let path = JSONPath().member("positions").element(index).member("requirements")
        var seen: [Int: Int] = [:]
        for (place, requirement) in call.positions[index].requirements.enumerated() {
            if let first = seen[requirement.ordinal] {
                problems.add(
                    path.element(place), "ordinal \(requirement.ordinal) is already that of \(path.element(first))")
            } else {
                seen[requirement.ordinal] = place
            }
        }
    }

    /// Notes each text whose `key` an earlier one has.
    func once(_ texts: [(path: JSONPath, text: String)], _ what: String, key: (String) -> String = { $0 }) {
        var seen: [String: JSONPath] = [:]
        for (path, text) in texts {
            if let first = seen[key(text)] {
                problems.add(path, "\"\(JSONValue.shortened(text))\" stands twice as \(what), first in \(first)")
            } else {
                seen[key(text)] = path
            }
        }
    }

    /// Notes each text that stands earlier in its list, which is a member of a list's element: three steps deep.
    private func onceInEach(_ texts: [(path: JSONPath, text: String)]) {
        var seen: [JSONPath: [String: JSONPath]] = [:]
        for (path, text) in texts {
            let list = JSONPath(steps: Array(path.steps.prefix(3)))
            if let first = seen[list]?[text] {
                problems.add(path, "\"\(JSONValue.shortened(text))\" stands twice in this list, first as \(first)")
            } else {
                seen[list, default: [:]][text] = path
            }
        }
    }

    private func within(_ texts: [(path: JSONPath, text: String)], _ known: [String], _ what: String) {
        let set = Set(known)
        for (path, text) in texts where !set.contains(text) {
            let list = known.isEmpty ? "it has none" : known.prefix(12).joined(separator: ", ")
            problems.add(path, "\"\(JSONValue.shortened(text))\" is not \(what) (\(list))")
        }
    }
}
