import Foundation
import MailMessage

/// The message that a text says, its lines ended by LF.
func message(_ text: String) -> Message { Message(Array(text.utf8)) }

/// A message with one field besides the ordinary ones.
func message(field: String) -> Message { message("\(field)\n\nHello.\n") }

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Public messages beside the checkout, which tests use when they are there.
enum Corpus {
    static let folder: URL = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let places = [root.deletingLastPathComponent(), root.deletingLastPathComponent().deletingLastPathComponent()]
        return places.map { $0.appendingPathComponent("shared/corpus/mail") }
            .first { FileManager.default.fileExists(atPath: $0.path) } ?? root
    }()

    static let files: [URL] = {
        guard folder.lastPathComponent == "mail" else { return [] }
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (found?.allObjects as? [URL] ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path < $1.path }
    }()

    static var isThere: Bool { !files.isEmpty }
}

/// A folder that is gone when the body returns.
func withScratchFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

extension URL {
    /// Writes a text to a file of this folder, whose folders are made.
    @discardableResult func write(_ text: String, to name: String) throws -> URL {
        let file = appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }
}

/// Where the sources of this test lie.
let testFolder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
