internal import CUTF8Proc

extension CallCheck {
    /// Refuses a keyword that two positions share: no subject with it could ever name one of them.
    func keywords() {
        var seen: [String: (path: JSONPath, owner: JSONPath)] = [:]
        for (path, text) in root.texts("positions", "keywords") {
            let key = Self.folded(text)
            let owner = path.parent
            if let first = seen[key] {
                let sentence =
                    first.owner == owner
                    ? "stands twice in this list, first as \(first.path)"
                    : "names two positions, first in \(first.path): no subject with it could name one"
                problems.add(path, "\"\(JSONValue.shortened(text))\" \(sentence)")
            } else {
                seen[key] = (path, owner)
            }
        }
    }

    /// A keyword without the differences that a subject is read without: width, case, `Ph.D.` for PhD, a plural's s.
    static func folded(_ keyword: String) -> String {
        var folded = compatible(keyword).lowercased()
        folded.removeAll { $0 == "." || $0 == "-" || $0 == " " }
        if folded.utf8.count > 3, folded.utf8.allSatisfy({ $0 < 0x80 }), folded.last == "s" { folded.removeLast() }
        return folded
    }

    /// The text in NFKC without ignorable characters; as it was where it cannot be.
    private static func compatible(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: UnsafeMutablePointer<UInt8>?
        let options =
            UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue
            | UTF8PROC_IGNORE.rawValue
        let count = utf8proc_map(bytes, bytes.count, &result, utf8proc_option_t(rawValue: options))
        guard count >= 0, let result else { return text }
        defer { result.deallocate() }
        return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
    }
}
