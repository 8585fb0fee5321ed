extension CallCheck {
    /// Refuses a keyword that two positions share: no subject with it could ever name one of them.
    ///
    /// Keywords are the same when subjects cannot tell them apart: `PhD` and `Ph. D.`, both scripts, a plural.
    func keywords() {
        var seen: [[Unicode.Scalar]: (path: JSONPath, owner: JSONPath)] = [:]
        var written: [JSONPath: [String: JSONPath]] = [:]
        for (path, text) in root.texts("positions", "keywords") {
            let quoted = "\"\(JSONValue.shortened(text))\""
            guard var letters = PositionKeyword(text, slug: "")?.letters else {
                problems.add(path, "\(quoted) has no letter by which a subject could name a position")
                continue
            }
            if letters.count > 3, letters.allSatisfy(\.isASCII), letters.last == "s" { letters.removeLast() }
            let owner = path.parent
            if let first = seen[letters], first.owner != owner {
                problems.add(
                    path, "\(quoted) names two positions, first in \(first.path): no subject with it could name one")
            } else if let first = written[owner]?[text] {
                problems.add(path, "\(quoted) stands twice in this list, first as \(first)")
            }
            if seen[letters] == nil { seen[letters] = (path, owner) }
            written[owner, default: [:]][text] = path
        }
    }
}
