/// Runs `recruitdb-sample mailbox`.
enum MailboxCommand {
    /// Writes the mailbox, and the truth where it was asked for.
    static func run(_ arguments: [String]) throws(Failure) {
        if arguments.contains("--help") || arguments.contains("-h") {
            try OutputFile.standardOutput { file throws(Failure) in try file.write(Array(Usage.mailbox.utf8)) }
            return
        }
        let options = try MailboxOptions.parse(arguments)
        if let charset = Charset.missing {
            let sentence = "The C library cannot write \(charset.rawValue); install its charset modules (gconv)."
            throw Failure(code: .missingProgram, sentence: sentence)
        }
        let writer = try MailboxWriter(options)
        let truth = try options.truthPath.map { path throws(Failure) in try OutputFile(path) }
        var generator = Generator(options)
        var index = 0
        while let outgoing = generator.next() {
            var random = RandomSource(seed: options.seed, topic: 9, number: outgoing.stream)
            let bytes = MIMEBuilder.bytes(outgoing.mail, &random)
            generator.count(bytes.count)
            try writer.write(bytes, of: outgoing, index: index)
            try truth?.write(Array(outgoing.truth.line(index: index, mail: outgoing.mail).utf8))
            index += 1
        }
        try writer.finish()
        try truth?.finish()
    }
}
