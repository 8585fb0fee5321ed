/// Writes messages as an mbox, a Maildir or a folder of .eml files.
final class MailboxWriter {
    private let options: MailboxOptions
    private let mbox: OutputFile?

    /// Creates the file or the folder.
    init(_ options: MailboxOptions) throws(Failure) {
        self.options = options
        switch options.format {
        case .mbox: mbox = options.output == "-" ? OutputFile.standardOutput() : try OutputFile(options.output)
        case .maildir:
            mbox = nil
            try OutputFile.makeEmptyFolder(options.output)
            for part in ["cur", "new", "tmp"] { try OutputFile.makeEmptyFolder("\(options.output)/\(part)") }
        case .eml:
            mbox = nil
            try OutputFile.makeEmptyFolder(options.output)
        }
    }

    /// Writes one message, whose line ends are LF.
    func write(_ bytes: [UInt8], of outgoing: Outgoing, index: Int) throws(Failure) {
        switch options.format {
        case .mbox:
            guard let mbox else { return }
            let sender = outgoing.envelopeSender ?? outgoing.mail.from.address
            try mbox.write(Array("From \(sender) \(MailDate.envelope(outgoing.mail.time))\n".utf8))
            try MailboxWriter.quote(bytes, into: mbox)
            try mbox.write(bytes.last == 0x0A ? [0x0A] : [0x0A, 0x0A])
        case .maildir:
            let name = "\(outgoing.mail.time).M\(MailboxWriter.padded(index))P1.sample"
            let place = index % 5 == 0 ? "new/\(name)" : "cur/\(name):2,S"
            try file("\(options.output)/\(place)", bytes)
        case .eml: try file("\(options.output)/\(MailboxWriter.padded(index)).eml", MailboxWriter.withCRLF(bytes))
        }
    }

    /// Hands everything to the system.
    func finish() throws(Failure) { try mbox?.finish() }

    private func file(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.finish()
    }

    private static func padded(_ index: Int) -> String {
        let digits = String(index + 1)
        return String(repeating: "0", count: max(6 - digits.utf8.count, 0)) + digits
    }

    /// Writes the message with a `>` before each line of `From `, however many stand there already.
    private static func quote(_ bytes: [UInt8], into file: OutputFile) throws(Failure) {
        var written = 0
        for start in fromLines(bytes) {
            try file.write(bytes[written..<start])
            try file.write([0x3E])
            written = start
        }
        try file.write(bytes[written...])
    }

    /// Returns the offsets of the lines that are `>`s and `From `.
    static func fromLines(_ bytes: [UInt8]) -> [Int] {
        let mark = Array("From ".utf8)
        var starts: [Int] = []
        bytes.withUnsafeBufferPointer { raw in
            var start = 0
            while start < raw.count {
                var place = start
                while place < raw.count, raw[place] == 0x3E { place += 1 }
                if place + mark.count <= raw.count, raw[place] == mark[0],
                    (1..<mark.count).allSatisfy({ raw[place + $0] == mark[$0] })
                {
                    starts.append(start)
                }
                while place < raw.count, raw[place] != 0x0A { place += 1 }
                start = place + 1
            }
        }
        return starts
    }

    private static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 40)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, previous != 0x0D { output.append(0x0D) }
            output.append(byte)
            previous = byte
        }
        return output
    }
}
