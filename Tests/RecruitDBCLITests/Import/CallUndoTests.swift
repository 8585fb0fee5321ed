import Foundation
import Testing

extension Lab {
    /// The example call, changed.
    fileprivate func call(_ change: (inout [String: Any]) throws -> Void) throws -> URL {
        var call = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: Lab.call)) as? [String: Any])
        try change(&call)
        let file = scratch.folder.appending(path: "changed.json")
        try JSONSerialization.data(withJSONObject: call).write(to: file)
        return file
    }
}

@Suite struct CallUndoTests {
    @Test func `the first call taken back leaves an empty database`() throws {
        let lab = try Lab(call: false)
        let empty = try lab.importedTables()
        try lab.expectDone(["import", "call", Lab.call.path, "--by", "hchen"])
        let full = try lab.importedTables()
        #expect(try lab.expectDone(["import", "show", "1"]).text.contains("added"))
        let undone = try lab.expectDone(["import", "undo", "1"]).text
        #expect(undone.hasPrefix("taken back: ") && undone.contains(" rows of the call"))
        #expect(try lab.importedTables() == empty)
        try lab.expectDone(["import", "call", Lab.call.path, "--by", "hchen"])
        #expect(try lab.importedTables().count == full.count)
        #expect(try lab.rows("SELECT count(*) FROM import_batches") == ["2"])
        // The same call again is no import.
        try lab.expectDone(["import", "call", Lab.call.path])
        #expect(try lab.rows("SELECT count(*) FROM import_batches") == ["2"])
    }

    @Test func `a changed call taken back leaves the call before it`() throws {
        let lab = try Lab()
        let before = try lab.importedTables()
        let changed = try lab.call { call in
            var positions = try #require(call["positions"] as? [[String: Any]])
            positions.removeLast()
            positions[0]["title"] = "Another title"
            let requirements = try #require(positions[0]["requirements"] as? [Any])
            positions[0]["requirements"] = Array(requirements.reversed().dropLast())
            positions[0]["min_months"] = 7
            for index in positions.indices { positions[index]["scholarships"] = nil }
            call["positions"] = positions
            call["scholarships"] = []
            var laboratory = try #require(call["lab"] as? [String: Any])
            laboratory["description"] = "Another lab altogether"
            call["lab"] = laboratory
        }
        let done = try lab.run(["import", "call", changed.path])
        #expect(done.status == 0, "\(done.error)")
        #expect(try lab.importedTables() != before)
        try lab.expectDone(["import", "undo", "2"])
        let after = try lab.importedTables()
        #expect(after.difference(from: before).isEmpty)
        #expect(try lab.run(["check"]).status == 0)
    }

    @Test func `what somebody changed since stays, or goes when one insists; what is in use stays`() throws {
        let lab = try Lab(call: false)
        let empty = try lab.importedTables()
        try lab.expectDone(["import", "call", Lab.call.path])
        _ = try lab.rows("UPDATE positions SET status = 'paused' WHERE slug = 'phd'")
        let refused = try lab.run(["import", "undo", "1"])
        #expect(
            refused.status == 1 && refused.error.contains("positions [")
                && refused.error.contains("has been changed since"))
        try lab.mail(letter(from: "Ada <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        let before = try lab.dump()
        let held = try lab.run(["import", "undo", "1", "--force"])
        #expect(held.status == 1 && held.error.contains("this position has applications"))
        #expect(try lab.dump() == before)
        try lab.expectDone(["import", "undo", "2"])
        try lab.expectDone(["import", "undo", "1", "--force"])
        #expect(try lab.importedTables() == empty)
    }
}
