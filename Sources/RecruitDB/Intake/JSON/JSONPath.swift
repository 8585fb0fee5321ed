/// The way from a JSON text's value to one inside it, written as `positions[2].requirements[0].necessity`.
struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    /// One step inwards: into an object by name or into a list by place, counted from 0.
    enum Step: Sendable, Hashable {
        case member(String)
        case element(Int)
    }

    let steps: [Step]

    init(steps: [Step] = []) { self.steps = steps }

    /// The path with one more step, into the object's member `name`.
    func member(_ name: String) -> JSONPath { JSONPath(steps: steps + [.member(name)]) }

    /// The path with one more step, into the list's element `index`.
    func element(_ index: Int) -> JSONPath { JSONPath(steps: steps + [.element(index)]) }

    var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .element(let index): text += "[\(index)]"
            case .member(let name) where Self.isPlain(name): text += (text.isEmpty ? "" : ".") + name
            case .member(let name): text += "[\"" + JSONValue.shortened(name) + "\"]"
            }
        }
        return text
    }

    /// The path without its last step.
    var parent: JSONPath { JSONPath(steps: Array(steps.dropLast())) }

    /// The byte where the value at the end of the path begins, or the last one on the way that there is.
    func offset(in root: JSONValue) -> Int {
        var value = root
        for step in steps {
            switch (step, value.content) {
            case (.member(let name), .object):
                guard let member = value.member(name) else { return value.offset }
                value = member.value
            case (.element(let index), .array(let values)):
                guard values.indices.contains(index) else { return value.offset }
                value = values[index]
            default: return value.offset
            }
        }
        return value.offset
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 40
            && name.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || (byte | 0x20) &- UInt8(ascii: "a") < 26
                    || byte &- UInt8(ascii: "0") < 10
            }
    }
}
