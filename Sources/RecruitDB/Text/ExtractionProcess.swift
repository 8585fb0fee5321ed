#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One document on its way through `recruitdb-extract`, as its standard input or as a fork of a server that it started;
/// text and messages come back through pipes.
final class ExtractionProcess {
    /// How a run ended.
    enum Ending: Sendable, Hashable {
        case exit(Int32)
        case signal(Int32)
        /// Stopped by us: its time was over.
        case outOfTime
        /// Stopped by us: it wrote more than anyone reads.
        case tooMuchOutput
        /// Its status went to someone else, who waits for all children of this process, or its server is gone.
        case lost
    }

    let document: ExtractionPool.Document
    /// What it has written so far.
    private(set) var output: [UInt8] = []
    /// What it has said on standard error so far.
    private(set) var messages: [UInt8] = []
    /// When it is stopped, in milliseconds of `ExtractionLimits.now()`.
    let deadline: Int64

    /// The server that reads it; nil where it has a program of its own.
    let server: PDFServer?

    /// Its number there.
    private let number: Int

    /// The program; unused with a server.
    private let process: pid_t
    /// The reading ends; -1 once closed.
    private var outputEnd: Int32
    private var messagesEnd: Int32
    private var known: Ending?

    /// Starts `program` with the file at the document's path as its standard input (posix_spawn); a PDF goes to the
    /// server instead that `server` gives, if it gives one.
    ///
    /// It gets its own process group, so that a Ctrl-C at the terminal is the parent's to decide.
    init(
        _ document: ExtractionPool.Document, program: ExtractionProgram, arguments: [String] = [],
        limits: ExtractionLimits, server: () -> PDFServer? = { nil }
    ) throws(SpawnError) {
        let input = open(document.path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard input >= 0 else { throw errno == EMFILE || errno == ENFILE ? .resources(errno) : .document(errno) }
        defer { close(input) }
        let outputs = try PipeEnds()
        let errors: PipeEnds
        do { errors = try PipeEnds() } catch {
            outputs.closeBoth()
            throw error
        }
        self.server = Self.isPDF(input) ? server() : nil
        let code: Int32
        if let server = self.server {
            (process, code) = (0, 0)
            (number, deadline) = server.read(
                input, output: outputs.writingEnd, messages: errors.writingEnd, limits: limits)
        } else {
            (number, deadline) = (0, ExtractionLimits.now() &+ limits.milliseconds)
            (code, process) = Spawn.start(
                program.path, arguments, input: input, output: outputs.writingEnd, messages: errors.writingEnd)
        }
        close(outputs.writingEnd)
        close(errors.writingEnd)
        guard code == 0 else {
            close(outputs.readingEnd)
            close(errors.readingEnd)
            throw code == EAGAIN || code == ENOMEM ? .resources(code) : .program(code)
        }
        self.document = document
        outputEnd = outputs.readingEnd
        messagesEnd = errors.readingEnd
    }

    deinit {
        if known == nil { stop(.lost) }
        closeEnds()
    }

    /// Reads what is there, without waiting.
    func read(into chunk: UnsafeMutableRawBufferPointer, limits: ExtractionLimits) {
        if outputEnd >= 0 {
            while let bytes = receive(from: &outputEnd, into: chunk) {
                output.append(contentsOf: bytes.prefix(limits.output - output.count))
                if output.count >= limits.output {
                    stop(.tooMuchOutput)
                    closeEnds()
                    return
                }
                if bytes.count < chunk.count { break }
            }
        }
        if messagesEnd >= 0 {
            while let bytes = receive(from: &messagesEnd, into: chunk) {
                messages.append(contentsOf: bytes.prefix(max(0, limits.messages - messages.count)))
                if bytes.count < chunk.count { break }
            }
        }
    }

    /// How it ended; nil while it runs or what it wrote is not read to the end.
    func ending() -> Ending? {
        if let known { return known }
        guard isSilent else { return nil }
        if let server {
            do throws(PDFServer.Gone) {
                known = try server.status(of: number).map(Self.ending)
            } catch {
                known = .lost
            }
            return known
        }
        for attempt in 0...1 {
            var status: Int32 = 0
            let result = waitpid(process, &status, WNOHANG)
            if result != 0, result > 0 || errno != EINTR {
                known = result < 0 ? .lost : Self.ending(status)
                return known
            }
            // The pipes close a moment before the process is gone.
            if attempt == 0 { sched_yield() }
        }
        return nil
    }

    /// Reads it to its end, or stops it when its time is over.
    func finish(_ limits: ExtractionLimits) -> Ending {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            var ends: [pollfd] = []
            addEnds(to: &ends)
            let now = ExtractionLimits.now()
            _ = poll(&ends, nfds_t(ends.count), Int32(clamping: max(0, timeToWait(now))))
            read(into: chunk, limits: limits)
            if let ending = ending() { return ending }
            if ExtractionLimits.now() >= deadline { stop(.outOfTime) }
        }
    }

    /// Milliseconds after which to look again, whether a pipe has something or not.
    func timeToWait(_ now: Int64) -> Int64 {
        min(isSilent ? 1 : .max, deadline &- now)
    }

    /// Adds the pipes to wait for.
    func addEnds(to ends: inout [pollfd]) {
        if outputEnd >= 0 { ends.append(pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0)) }
        if messagesEnd >= 0 { ends.append(pollfd(fd: messagesEnd, events: Int16(POLLIN), revents: 0)) }
    }

    private var isSilent: Bool { outputEnd < 0 && messagesEnd < 0 }

    /// Ends it and everything it has started, and remembers why.
    func stop(_ why: Ending) {
        guard known == nil else { return }
        known = why
        if let server { return server.stop() }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Whether a file begins as a PDF does; what has the mark further down is left to the program.
    private static func isPDF(_ file: Int32) -> Bool {
        var bytes: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)
        return pread(file, &bytes, 5, 0) == 5 && bytes == (0x25, 0x50, 0x44, 0x46, 0x2D)
    }

    private static func ending(_ status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
    }

    /// The bytes that one read(2) gave; nil when there are none now, or none any more.
    private func receive(from end: inout Int32, into chunk: UnsafeMutableRawBufferPointer) -> Slice<
        UnsafeRawBufferPointer
    >? {
        while true {
            let count = receiveBytes(from: end, into: chunk)
            if count > 0 { return UnsafeRawBufferPointer(chunk)[..<count] }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return nil }
            close(end)
            end = -1
            return nil
        }
    }

    private func closeEnds() {
        for end in [outputEnd, messagesEnd] where end >= 0 { close(end) }
        outputEnd = -1
        messagesEnd = -1
    }
}

/// Why a run could not begin.
enum SpawnError: Error {
    /// The document cannot be opened (errno).
    case document(Int32)
    /// The program cannot be started (errno).
    case program(Int32)
    /// There is too little of something now (errno).
    case resources(Int32)
}

private func receiveBytes(from descriptor: Int32, into chunk: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, chunk.baseAddress, chunk.count)
}
