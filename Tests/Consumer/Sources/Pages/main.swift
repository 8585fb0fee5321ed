// Runs the pages of the documentation, which pages.sh made Swift of, each in a new folder: Pages [NAME...]
import Foundation

let wanted = CommandLine.arguments.dropFirst()
for page in pages where wanted.isEmpty || wanted.contains(page.name) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
        try await page.run(folder.path)
    } catch {
        print("\(page.file):\(Page.line): error: \(error)")
        exit(1)
    }
    print("page: \(page.name) ran")
}
