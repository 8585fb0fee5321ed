/// The command line: one document from standard input to standard output.
enum Command {
    /// Does what the arguments say, and returns how it ended.
    ///
    /// Under the arguments for a PDF it does not return: `pdftotext` takes the place of this program.
    static func run(_ arguments: [String]) -> ExitStatus {
        do {
            switch try Invocation(arguments) {
            case .help: try StandardOutput.write(Array(Help.text.utf8))
            case .probe: try StandardOutput.write(Array(Probe.report().utf8))
            case .attempt(let profile): return try Attempts.run(profile) ? .done : .no
            case .extract(let type, let seconds):
                Limits.set(seconds: seconds)
                try extract(type)
            case .serve(let seconds):
                // The wall clock is that of each document.
                Limits.set(seconds: seconds, onWallClock: 0)
                throw PDFProgram.serveInPlaceOfThisProcess()
            }
            return .done
        } catch let error as ExtractionError {
            StandardOutput.complain(error.message)
            return error.status
        } catch {
            StandardOutput.complain("\(error)")
            return .inputOutput
        }
    }

    private static func extract(_ type: DocumentType?) throws {
        var input = StandardInput()
        switch try type ?? DocumentType(of: try input.prefix()) {
        case .pdf:
            try input.checkNotEmpty()
            try input.rewind()
            throw PDFProgram.replaceThisProcess()
        case .compound: throw CompoundFile.reason(try input.all())
        case .docx:
            let bytes = try input.all()
            Limits.lockReader()
            try StandardOutput.write(text: try WordDocument.text(of: bytes))
        case .plainText:
            let text = PlainText(try input.all())
            // A converter loads its table from the disk, so that it is opened before the doors close.
            let converter = try text.converter()
            Limits.lockReader()
            try StandardOutput.write(text: text.decoded(by: converter))
        }
    }
}
