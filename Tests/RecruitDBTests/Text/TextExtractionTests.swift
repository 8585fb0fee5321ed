import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct TextExtractionTests {
    let papers = try? PaperFixture()

    private func extract(_ papers: PaperFixture, _ script: String, milliseconds: Int64 = 20_000) throws -> TextReport {
        var limits = ExtractionLimits()
        limits.milliseconds = milliseconds
        return try papers.database.extractText(with: papers.program(script), limits: limits)
    }

    @Test func `every paper that waits becomes pages and words`() throws {
        let papers = try #require(papers)
        try papers.file("The first page says PyTorch\u{C}⼤学 on the second\u{C}")
        try papers.file("Another paper, of one page only")
        let report = try extract(papers, "cat")
        #expect(report.extracted == 2)
        #expect(
            try papers.picture() == """
                1 extracted [1:The first page says PyTorch|2:大学 on the second]
                2 extracted [1:Another paper, of one page only]
                """)
        let found = try papers.connection.all(
            "SELECT rowid FROM document_fts WHERE document_fts MATCH '大学' ORDER BY 1"
        ) { row in try row.int(0) }
        #expect(found == [Int(DocumentPages.id(of: 2, in: 1))])
        #expect(try extract(papers, "exit 1").count == 0)
    }

    @Test(arguments: [
        ("echo a scan", "1 no_text [1:a scan] (it has hardly any text: a scan, perhaps)"),
        ("printf '\\f\\f'", "1 no_text (it has hardly any text: a scan, perhaps)"),
        ("exit 76", "1 unsupported (it is of a kind that is not read: not PDF, DOCX or plain text)"),
        ("exit 65", "1 failed (it is damaged, encrypted, or not what its beginning says)"),
        (
            "echo 'Command Line Error: Incorrect password' >&2; exit 1",
            "1 failed (it is encrypted and opens with a password only)"
        ),
        ("echo 'secret words of the paper' >&2; exit 99", "1 failed (its reader gave up with exit code 99)"),
        ("exit 3", "1 failed (its author forbids copying its text)"),
        ("kill -SEGV $$", "1 failed (reading it was stopped by signal 11: it is damaged or hostile)"),
        ("kill -ALRM $$", "1 failed (reading it took too long)"),
        (
            "echo 'recruitdb-extract: pdftotext is missing: install poppler-utils (brew: poppler)' >&2; exit 69",
            "1 pending"
        ),
        ("exit 64", "1 pending"),
    ])
    func `each ending is a state with a sentence`(script: String, picture: String) throws {
        let papers = try #require(papers)
        try papers.file("the words of the paper, which are more than twenty characters")
        _ = try extract(papers, script)
        #expect(try papers.picture() == picture)
    }

    @Test func `what takes too long is stopped with all it has started`() throws {
        let papers = try #require(papers)
        try papers.file("a paper")
        let start = ContinuousClock.now
        let report = try extract(papers, "sleep 30 & echo $! > '\(papers.folder)/started'; wait", milliseconds: 300)
        #expect(ContinuousClock.now - start < .seconds(15))
        #expect(report.failed == 1)
        #expect(try papers.picture() == "1 failed (reading it took over 0 seconds)")
        let started = try String(contentsOfFile: "\(papers.folder)/started", encoding: .utf8)
        let process = try #require(pid_t(started.trimmingCharacters(in: .whitespacesAndNewlines)))
        // A signal is sent at once and takes effect in a moment.
        for _ in 0..<200 where !isGone(process) { usleep(20_000) }
        #expect(isGone(process))
    }

    @Test func `what writes without end is stopped, and its beginning kept`() throws {
        let papers = try #require(papers)
        try papers.file("a paper")
        var limits = ExtractionLimits()
        limits.output = 1 << 20
        let report = try papers.database.extractText(
            with: papers.program("yes 'the same words again'"), limits: limits)
        #expect(report.extracted == 1)
        let length = try papers.connection.value(Int.self, "SELECT length(text) FROM document_pages")
        #expect(length > 1_000_000 && length <= 1 << 20)
        #expect(try papers.picture().hasSuffix("(only its first 1 MB of text are here)"))
    }

    @Test func `messages without end hinder nothing`() throws {
        let papers = try #require(papers)
        try papers.file("a paper that has words enough to be one")
        #expect(try extract(papers, "yes error | head -c 5000000 >&2; cat").extracted == 1)
    }

    @Test func `a missing program leaves papers as they are, and is told once`() throws {
        let papers = try #require(papers)
        for number in 0..<3 { try papers.file("paper \(number)") }
        let none = try papers.database.extractText(with: nil, limits: ExtractionLimits())
        #expect(none.pending == 3 && none.missing == [TextQueue.missingProgram])
        let moved = ExtractionProgram(path: "\(papers.folder)/no-such-program")
        let gone = try papers.database.extractText(with: moved, limits: ExtractionLimits())
        #expect(gone.pending == 3 && gone.missing == ["\(moved.path) cannot be started: it is not there"])
        let report = try extract(
            papers, "echo 'recruitdb-extract: pdftotext is missing: install poppler-utils (brew: poppler)' >&2; exit 69"
        )
        #expect(report.missing == ["pdftotext is missing: install poppler-utils (brew: poppler)"])
        #expect(try papers.picture() == "1 pending\n2 pending\n3 pending")
        #expect(try extract(papers, "cat; echo; echo enough words to be a paper").extracted == 3)
    }

    @Test(arguments: [
        ("echo 'poppler-data: missing: install poppler-data'", "1 pending"),
        ("echo 'poppler-data: /usr/share/poppler'", "1 failed (its characters are in a table that poppler-data lacks)"),
    ])
    func `a PDF whose Chinese is missing is no text`(probe: String, picture: String) throws {
        let papers = try #require(papers)
        try papers.file("the words of the paper, which are more than twenty characters")
        let report = try extract(
            papers,
            """
            if [ "$1" = --probe ]; then \(probe); exit; fi
            cat; echo "Syntax Error: Missing language pack for 'Adobe-GB1' mapping" >&2
            """)
        #expect(try papers.picture() == picture)
        #expect(report.missing.isEmpty == (report.failed == 1))
    }

    @Test func `the tool stands beside the text with its version`() throws {
        let papers = try #require(papers)
        try papers.file("the words of the paper, which are more than twenty characters")
        _ = try extract(
            papers,
            """
            if [ "$1" = --probe ]; then echo 'extractor: 7'; echo 'pdftotext: 22.12.0 /usr/bin/pdftotext'; exit; fi
            cat
            """)
        let tool = try papers.connection.value(String.self, "SELECT text_tool FROM files")
        #expect(tool == "recruitdb-extract 7, pdftotext 22.12.0")
    }

    @Test func `the program gets nothing but the document`() throws {
        let papers = try #require(papers)
        try papers.file("a paper")
        let variables = "tr '\\0' '\\n' < /proc/$$/environ"
        _ = try extract(
            papers, "\(variables) | cut -d= -f1; ls -l /proc/$$/fd | grep -c lab; echo words enough for a paper")
        #expect(try papers.picture() == "1 extracted [1:PATH\nLC_ALL\n1\nwords enough for a paper]")
    }

    @Test func `a run that was stopped goes on where it ended`() throws {
        let papers = try #require(papers)
        for number in 1...12 { try papers.file("paper number \(number), with words enough") }
        var limits = ExtractionLimits()
        limits.processes = 2
        let program = try papers.program("cat; sleep 0.05")
        var looks = 0
        let first = try papers.database.extractText(
            with: program, limits: limits,
            shouldStop: {
                looks += 1
                return looks > 4
            })
        #expect(first.isStopped)
        let done = try papers.connection.value(Int.self, "SELECT count(*) FROM files WHERE text_status = 'extracted'")
        #expect(done == first.extracted && done < 12)
        let second = try papers.database.extractText(with: program, limits: limits)
        #expect(first.extracted + second.extracted == 12)
        let (pages, words) = (
            try papers.connection.value(Int.self, "SELECT count(*) FROM document_pages"),
            try papers.connection.value(Int.self, "SELECT count(*) FROM document_fts")
        )
        #expect(pages == 12 && words == 12)
    }

    @Test func `two runs at once write nothing twice`() throws {
        let papers = try #require(papers)
        for number in 1...6 { try papers.file("paper number \(number), with words enough") }
        let program = try papers.program("cat")
        let one = try TextQueue(connection: papers.connection, program: program)
        let other = try RecruitmentDatabase(path: papers.database.path)
        let two = try TextQueue(connection: other.connection, program: program)
        for file in try DocumentPages(connection: papers.connection).pending(after: 0, limit: 100) {
            one.submit(fileID: file.id, path: papers.database.documentStore.path(of: file.sha256))
            two.submit(fileID: file.id, path: papers.database.documentStore.path(of: file.sha256))
        }
        try one.drain()
        try two.drain()
        #expect(try papers.connection.value(Int.self, "SELECT count(*) FROM document_pages") == 6)
    }

    @Test func `results go into the transaction that is open`() throws {
        let papers = try #require(papers)
        let file = try papers.file("a paper with words enough to be one")
        let sha256 = try papers.connection.value(String.self, "SELECT sha256 FROM file_hashes")
        let queue = try TextQueue(connection: papers.connection, program: papers.program("cat"))
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try papers.connection.transaction {
                queue.submit(fileID: file, path: papers.database.documentStore.path(of: sha256))
                try queue.drain()
                #expect(try papers.picture() == "1 extracted [1:a paper with words enough to be one]")
                throw Stop()
            }
        }
        #expect(try papers.picture() == "1 pending")
    }

    @Test func `a paper that is not in the folder waits`() throws {
        let papers = try #require(papers)
        try papers.file("a paper")
        let sha256 = try papers.connection.value(String.self, "SELECT sha256 FROM file_hashes")
        try FileManager.default.removeItem(atPath: papers.database.documentStore.path(of: sha256))
        #expect(try extract(papers, "cat").missing.first?.contains("run: recruitdb check") == true)
        #expect(try papers.picture() == "1 pending")
    }

    @Test func `an import reads papers while it goes on`() throws {
        let papers = try #require(papers)
        let queue = try TextQueue(connection: papers.connection, program: papers.program("cat"))
        for number in 1...5 {
            let content = "paper number \(number), with words enough"
            let file = try papers.file(content)
            let path = papers.database.documentStore.path(of: SHA256.hex(of: Array(content.utf8)))
            queue.submit(fileID: file, path: path)
            try queue.pump()
        }
        try queue.drain()
        #expect(queue.report.extracted == 5 && queue.count == 0)
    }

    private func isGone(_ process: pid_t) -> Bool {
        if kill(process, 0) != 0 { return true }
        let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
        return status.contains(") Z")
    }
}
