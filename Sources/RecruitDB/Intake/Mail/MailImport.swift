import MailMessage
import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One import of mail: messages in, rows and files out, in batches that are safe on the disk before the next begins.
///
/// Every step may run twice: a message that is there already is passed over, and a batch that was cut off left no row.
final class MailImport {
    private let database: RecruitmentDatabase
    private let options: MailImportOptions
    private let filing: MailFiling
    private let queue: TextQueue?
    private let started = Timestamp.now
    private(set) var report = MailImportReport()

    private var source = ""
    private var batch: Int64?
    private var added = 0
    private var pendingBytes = 0
    private var pendingMessages = 0
    private var lastDate: Timestamp?
    private var lastSubmitted: Int64 = 0

    init(_ database: RecruitmentDatabase, options: MailImportOptions) throws {
        self.database = database
        self.options = options
        // A savepoint for each mail would write the pages that it changes to a temporary file, a tenth of the time.
        try database.connection.run("PRAGMA temp_store = MEMORY")
        filing = try MailFiling(database, options: options, now: started)
        queue = try options.program.map { try TextQueue(connection: database.connection, program: $0) }
        filing.reading?.meanwhile = { [queue] in _ = try queue?.readOn() }
        filing.reading?.shouldStop = options.shouldStop
    }

    private var connection: Connection { database.connection }

    /// Imports the mailboxes at `paths`, one after the other.
    func run(_ paths: [String]) throws {
        // All of them before the first: one that is misspelt leaves nothing half-done.
        let mailboxes = try paths.map { path in try named { try Mailbox(path: path) } }
        for mailbox in mailboxes where !report.isInterrupted { try run(mailbox) }
        report.papers = filing.papers
        guard !options.isDryRun, !report.isInterrupted else { return }
        guard let queue else {
            if options.readsText { report.text = try TextReport(missing: TextQueue.missingProgram, on: connection) }
            return
        }
        try submitPapers()
        try queue.drain(shouldStop: options.shouldStop)
        report.isInterrupted = queue.report.isStopped
        report.text = queue.report
    }

    private struct Stopped: Error {}

    private func run(_ mailbox: Mailbox) throws {
        source = mailbox.path
        lastDate = nil
        do {
            let stream = try MailStream(mailbox, databaseAt: database.path)
            defer { stream.stop() }
            while let item = try stream.next({ try queue?.pump() }) {
                if options.shouldStop() { throw Stopped() }
                options.progress?(report.messages)
                try queue?.pump()
                try take(item)
            }
            try commit()
            if !options.isDryRun { try finish() }
        } catch is Stopped {
            report.isInterrupted = true
            try commit()
        } catch {
            queue?.cancel()
            if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
            throw error
        }
        batch = nil
    }

    private func take(_ item: MailStream.Item) throws {
        switch item {
        case .new(let mail): try take(mail)
        case .known(let identity): _ = try takeKnown(identity)
        case .unreadable(let error): report.troubles.append(.init(place: source, reason: "\(error)"))
        case .failed(let error): try named { throw error }
        }
    }

    /// Counts a mail that is there already; false when it is not.
    private func takeKnown(_ identity: String) throws -> Bool {
        guard let known = try Messages(connection: connection).find(identity: identity) else { return false }
        report.known += 1
        lastDate = known.receivedAt
        return true
    }

    private func take(_ mail: ParsedMail) throws {
        // The same mail may stand twice in the mailbox.
        if try takeKnown(mail.identity) { return }
        if !connection.isInTransaction { try connection.run("BEGIN IMMEDIATE") }
        let batch = try openBatch()
        let filed: MailFiling.Filed
        do {
            filed = try connection.savepoint {
                try filing.file(mail, batch: batch, dateBefore: lastDate)
            }
        } catch let error as SQLiteError where error.code.primary == .constraint || error.code.primary == .tooBig {
            report.troubles.append(.init(place: "\(mail.raw.source), byte \(mail.raw.offset)", reason: error.message))
            filed = try fileUnread(mail, batch)
        }
        lastDate = filed.receivedAt
        report.added[filed.triage, default: 0] += 1
        if filed.isInInbox { report.inInbox += 1 }
        added += 1
        pendingMessages += 1
        pendingBytes += mail.raw.bytes.count
        if pendingBytes > 32 << 20 || pendingMessages >= 500 { try commit() }
    }

    /// Files a mail that the tables refuse: with its headers and attachments, else its bytes alone.
    private func fileUnread(_ mail: ParsedMail, _ batch: Int64) throws -> MailFiling.Filed {
        do {
            return try connection.savepoint {
                try filing.file(mail, batch: batch, dateBefore: lastDate, isUnreadable: true)
            }
        } catch let error as SQLiteError where error.code.primary == .constraint || error.code.primary == .tooBig {
            return try connection.savepoint { try filing.fileBytes(mail, batch: batch, dateBefore: lastDate) }
        }
    }

    /// Makes what was filed safe: first the files, then the rows that name them.
    private func commit() throws {
        guard connection.isInTransaction else { return }
        if let batch { try ImportBatches(connection: connection).add(added, to: batch) }
        if options.isDryRun {
            // The transaction stays open, so that later messages see it; the end of the run rolls it back.
        } else {
            try database.documentStore.sync { () throws(RecruitmentError) in try queue?.readOn() ?? false }
            try connection.run("COMMIT")
            try submitPapers()
        }
        added = 0
        pendingBytes = 0
        pendingMessages = 0
    }

    /// Has the papers that are safe now read while the next mails come in.
    private func submitPapers() throws {
        guard let queue else { return }
        while true {
            let papers = try DocumentPages(connection: connection).pending(after: lastSubmitted, limit: 1000)
            guard let last = papers.last else { return }
            lastSubmitted = last.id
            for paper in papers {
                queue.submit(fileID: paper.id, path: database.documentStore.path(of: paper.sha256))
            }
        }
    }

    private func openBatch() throws -> Int64 {
        if let batch { return batch }
        let opened = try ImportBatches(connection: connection)
            .open(kind: "mail", source: source, by: options.by, at: started)
        batch = opened
        return opened
    }

    private func finish() throws {
        try ImportBatches(connection: connection).finish(kind: "mail", source: source, at: Timestamp.now)
    }

    private func named<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as MailboxError { throw RecruitmentError(error) }
    }
}

extension RecruitmentError {
    /// What an error of reading a mailbox means for the person who named it.
    init(_ error: MailboxError) {
        switch error {
        case .notFound:
            self.init(.noInput, "\(error); name a file, a Maildir, a folder of mail, or - for standard input")
        case .notReadable: self.init(.noPermission, "\(error); change its mode or ask its owner")
        case .empty, .notMail: self.init(.badData, "\(error)")
        }
    }
}

extension Timestamp {
    /// This second.
    static var now: Timestamp { Timestamp(secondsSince1970: Int64(time(nil))) }
}
