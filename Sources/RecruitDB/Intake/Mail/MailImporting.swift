import RecruitSQLite

extension RecruitmentDatabase {
    /// Imports mail: files with one message, mboxes, Maildirs, folders of them, `-` for standard input.
    ///
    /// What is there already is passed over; the same mailbox again changes nothing. Each batch of messages is safe on
    /// the disk before the next begins, so that an interrupted run leaves whole messages only and can be run again.
    ///
    /// - Parameters:
    ///   - paths: the mailboxes, imported one after the other.
    ///   - by: who imports: a member's handle.
    ///   - isDryRun: whether only to report what would come in.
    ///   - readsText: whether the text of the papers is extracted, where the programs for it are installed.
    ///   - progress: called with how many messages were read.
    ///   - shouldStop: asked between messages; true ends the run.
    /// - Returns: how many messages came in, by what they are.
    /// - Throws: `RecruitmentError` when a mailbox cannot be read or the database cannot be written.
    @discardableResult
    public func importMail(
        from paths: [String], by: String = "library", isDryRun: Bool = false, readsText: Bool = true,
        progress: ((Int) -> Void)? = nil, shouldStop: @escaping () -> Bool = { false }
    ) throws -> MailImportReport {
        try DatabaseFile.named(path) {
            try documentStore.lock()
            defer { documentStore.unlock() }
            var options = MailImportOptions(by: by)
            options.isDryRun = isDryRun
            options.progress = progress
            options.shouldStop = shouldStop
            options.readsText = readsText
            options.program = readsText && !isDryRun ? ExtractionProgram.find() : nil
            defer { if connection.isInTransaction { _ = try? connection.run("ROLLBACK") } }
            let mailImport = try MailImport(self, options: options)
            try mailImport.run(paths)
            return mailImport.report
        }
    }
}
