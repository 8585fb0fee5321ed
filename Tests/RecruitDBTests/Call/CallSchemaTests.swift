import Foundation
import Testing

@testable import RecruitDB

/// What python3-jsonschema says to each file, `ok` or a reason, by the file's name; nil where it is not installed.
private func validated(_ texts: [String]) throws -> [String]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "call-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
        try Data(text.utf8).write(to: folder.appending(path: "\(index).json"))
    }
    let script = """
        import json, sys
        try:
            from jsonschema import Draft202012Validator, FormatChecker
        except ImportError:
            sys.exit(9)
        schema = json.load(open(sys.argv[1], encoding='utf-8'))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker(['date']))
        for number in range(int(sys.argv[3])):
            value = json.load(open(f'{sys.argv[2]}/{number}.json', encoding='utf-8'))
            errors = [e.json_path + ' ' + e.message.split('\\n')[0] for e in validator.iter_errors(value)]
            print(errors[0][:200] if errors else 'ok')
        """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    let schema = exampleFolder.appending(path: "smart-lab/call.schema.json").path
    python.arguments = ["python3", "-c", script, schema, folder.path, "\(texts.count)"]
    let output = Foundation.Pipe()
    python.standardOutput = output
    try python.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    python.waitUntilExit()
    // 9: the validator is not installed; 127: no python3 at all.
    if [9, 127].contains(python.terminationStatus) { return nil }
    #expect(python.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Test func `the call and the wrong files are judged by a public validator as by the reader`() throws {
    let example = try String(contentsOf: exampleFolder.appending(path: "smart-lab/call.json"), encoding: .utf8)
    let changes = changedCalls + contradictoryCalls
    guard let verdicts = try validated([example, smallCall] + changes.compactMap(\.text)) else {
        print("skipped: python3-jsonschema is not installed (apt-get install python3-jsonschema)")
        return
    }
    try #require(verdicts.count == changes.count + 2)
    #expect(verdicts[0] == "ok" && verdicts[1] == "ok")
    for (change, verdict) in zip(changes, verdicts[2...]) {
        let isRight = change.says == nil || change.isBeyondSchema && verdict == "ok"
        #expect((verdict == "ok") == isRight, "\(change.testDescription): \(verdict)")
    }
}
