import Foundation

/// The files of this repository, as the rules read them.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The paths of the files under `folder`, relative to the root and sorted; of those endings, where some are given.
    static func files(under folder: String, endings: [String] = []) throws -> [String] {
        let base = root.appending(path: folder)
        guard let found = FileManager.default.enumerator(atPath: base.path) else { throw Missing(path: folder) }
        let paths = found.compactMap { $0 as? String }.filter { path in
            !path.split(separator: "/").contains { $0 == ".build" || $0 == ".git" || $0 == ".swiftpm" }
                && (endings.isEmpty || endings.contains { path.hasSuffix($0) })
        }
        return paths.map { folder == "." ? $0 : "\(folder)/\($0)" }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    static func lines(_ path: String) throws -> [Substring] {
        var lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The Swift files under Sources, read once.
    static let sources: [SwiftSource] = {
        let paths = (try? files(under: "Sources", endings: [".swift"])) ?? []
        return paths.compactMap { path in (try? text(path)).map { SwiftSource(path: path, text: $0) } }
    }()

    struct Missing: Error {
        let path: String
    }
}
