import Foundation

/// A program of this package that was built beside the tests.
func builtProgram(_ name: String) -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: "\(folder.path)/\(name)") {
        folder.deleteLastPathComponent()
    }
    return folder.appending(path: name)
}
