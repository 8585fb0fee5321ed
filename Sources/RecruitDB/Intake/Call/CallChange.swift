/// One thing that an import of a call did to the database.
public struct CallChange: Sendable, Hashable, CustomStringConvertible {
    /// What was done.
    public enum Kind: Sendable, Hashable {
        /// A row that was not there.
        case added
        /// Another value of one field; values are shortened for people.
        case changed(field: String, old: String, new: String)
        /// A row that the call before named and this one does not.
        case removed
        /// Such a row that stays, and why.
        case kept(why: String)
    }

    /// The row, by the names that people know it by: `positions/phd`, `positions/phd/keywords/博士`.
    public let entity: String
    /// What was done to it.
    public let kind: Kind

    /// One line: `positions/phd: status open -> closed`.
    public var description: String {
        switch kind {
        case .added: "\(entity): added"
        case .changed(let field, let old, let new): "\(entity): \(field) \(old) -> \(new)"
        case .removed: "\(entity): removed"
        case .kept(let why): "\(entity): \(why)"
        }
    }
}

/// What an import of a call did, row by row and field by field; empty when the database said all of it before.
public struct CallChanges: Sendable, Hashable, CustomStringConvertible {
    /// Every change, in the order of the tables: lab, members, intakes, scholarships, positions.
    public let all: [CallChange]

    /// True when nothing was changed.
    public var isEmpty: Bool { all.isEmpty }

    /// One line for each change; what was added with a row is counted in that row's line.
    ///
    /// `positions/phd: added (4 keywords, 4 intakes, 6 documents)`.
    public var lines: [String] {
        let added = Set(all.filter { $0.kind == .added }.map(\.entity))
        var parts: [String: [String]] = [:]
        var own: [CallChange] = []
        for change in all {
            let names = change.entity.split(separator: "/", maxSplits: 3)
            let parent = names.prefix(2).joined(separator: "/")
            if names.count > 2, change.kind == .added, added.contains(parent) {
                parts[parent, default: []].append(String(names[2]))
            } else {
                own.append(change)
            }
        }
        return own.map { change in
            guard change.kind == .added, let kinds = parts[change.entity] else { return change.description }
            var counts: [(kind: String, count: Int)] = []
            for kind in kinds {
                if let index = counts.firstIndex(where: { $0.kind == kind }) {
                    counts[index].count += 1
                } else {
                    counts.append((kind, 1))
                }
            }
            let list = counts.map { "\($0.count) \($0.count == 1 ? String($0.kind.dropLast()) : $0.kind)" }
            return "\(change.description) (\(list.joined(separator: ", ")))"
        }
    }

    /// The lines, each ended by a line feed.
    public var description: String { lines.map { $0 + "\n" }.joined() }
}
