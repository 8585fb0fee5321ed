/// Reads the members of one object by name and notes what is wrong, with its path, instead of stopping.
///
/// Every reading answers nil for a member that is absent or wrong; a caller goes on with any value in its place,
/// since one noted problem refuses the whole text. `finish()` comes last and notes names that nobody asked for.
final class JSONFields {
    let path: JSONPath
    let problems: JSONProblems
    private let value: JSONValue
    private let members: [JSONMember]
    private let isObject: Bool
    private var known: [String] = []

    /// The members of `value`; when it is no object that is noted once and every reading answers nil.
    init(_ value: JSONValue, _ path: JSONPath, _ problems: JSONProblems) {
        self.path = path
        self.problems = problems
        self.value = value
        if case .object(let members) = value.content {
            self.members = members
            isObject = true
        } else {
            members = []
            isObject = false
            problems.add(path, "\(value.quoted) is not an object")
        }
    }

    /// The value called `name`; when `required`, its absence is noted.
    func value(_ name: String, required: Bool) -> JSONValue? {
        known.append(name)
        if let member = value.member(name) { return member.value }
        if required, isObject { problems.add(path, "\(name) is missing") }
        return nil
    }

    /// Notes that the value called `name` is wrong.
    func wrong(_ name: String, _ value: JSONValue, _ why: String) {
        problems.add(path.member(name), "\(value.quoted) \(why)")
    }

    /// True when the object has a member called `name`, whatever its value.
    func has(_ name: String) -> Bool { value.member(name) != nil }

    /// Notes every member that no reading asked for, with the name that it may have been meant to be.
    func finish() {
        for member in members where !known.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            let place = path.member(member.name)
            if let near = member.name.nearest(of: known) {
                problems.add(place, "unknown key, did you mean \(near)?")
            } else {
                problems.add(place, "unknown key, known here are \(known.joined(separator: ", "))")
            }
        }
    }
}
