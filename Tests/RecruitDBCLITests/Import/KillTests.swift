import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite(.serialized) struct KillTests {
    @Test(arguments: [false, true])
    func `an import killed at any moment and run again leaves what one clean run leaves`(readsText: Bool) throws {
        let flags = readsText ? [] : ["--no-text"]
        let clean = try Lab()
        let box = try clean.mailbox("in.mbox", readsText ? 25 : 300, seed: 11)
        let start = Date()
        try clean.expectDone(["import", "mail", box.path] + flags)
        let whole = Date().timeIntervalSince(start)

        let killed = try Lab()
        var kills = 0
        let steps = readsText ? 4 : 8
        for step in 1...steps {
            let process = try killed.start(["import", "mail", box.path] + flags)
            usleep(UInt32(whole * 1_000_000 * Double(step) / Double(steps + 1)))
            if process.isRunning { kills += kill(process.processIdentifier, SIGKILL) == 0 ? 1 : 0 }
            process.waitUntilExit()
            let check = try killed.run(["check", "--quick"])
            #expect(check.status == 0, "\(check.text)\(check.error)")
        }
        #expect(kills >= 2)
        try killed.expectDone(["import", "mail", box.path] + flags)
        #expect(try killed.content() == clean.content())
        #expect(try killed.rows("SELECT count(*) FROM import_batches WHERE finished_at IS NULL") == ["0"])
        #expect(!killed.files().contains { $0.hasPrefix("incoming") })
        if readsText {
            let sql = "SELECT filename, text_status FROM document_overview ORDER BY 1, 2"
            #expect(try killed.rows(sql) == clean.rows(sql))
            let pages = "SELECT count(*), sum(length(text)) FROM document_pages"
            #expect(try killed.rows(pages) == clean.rows(pages))
        }
        try killed.expectDone(["check"])
    }

    @Test func `Ctrl-C leaves whole messages, says how to go on, and the next run does`() throws {
        let clean = try Lab()
        let box = try clean.mailbox("in.mbox", 700, seed: 5)
        try clean.expectDone(["import", "mail", box.path, "--no-text"])

        let stopped = try Lab()
        let process = Process()
        process.executableURL = Binary.folder.appending(path: "recruitdb")
        process.arguments = ["-d", stopped.database.path, "import", "mail", box.path, "--no-text"]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Files appear while it works.
        while process.isRunning, stopped.files().count < 50 { usleep(10_000) }
        process.interrupt()
        let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(process.terminationReason == .exit)
        #expect(said.contains("stopped after ") && said.contains("run it again to go on"), "\(said)")
        try stopped.expectDone(["check"])
        let count = Int(try stopped.rows("SELECT count(*) FROM messages")[0]) ?? 0
        #expect(count > 0 && count < 690)
        #expect(try stopped.rows("SELECT count(*) FROM messages WHERE file_id IS NULL") == ["0"])

        try stopped.expectDone(["import", "mail", box.path, "--no-text"])
        #expect(try stopped.content() == clean.content())
        let batches = "SELECT count(*), sum(finished_at IS NULL) FROM import_batches WHERE kind = 'mail'"
        #expect(try stopped.rows(batches) == ["1|0"])
    }
}
