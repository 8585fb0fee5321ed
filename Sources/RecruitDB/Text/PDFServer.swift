import CPipe

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A `pdftotext` that is loaded once and forks for each PDF (`recruitdb-extract --serve`), which takes a third less time
/// than one that is started for each.
///
/// The packets are those of Sources/CForkServer/forkserver.h. Every paper has a process of its own all the same, under
/// the same locks and limits.
final class PDFServer {
    /// Papers that have been sent to it; the number of one is its place among them.
    private(set) var sent = 0
    /// Papers that wait for their answer.
    var waiting: Int { sent - answered }
    /// When the last one that was sent is late, in milliseconds of `ExtractionLimits.now()`.
    private var lastDeadline: Int64 = 0

    private var answered = 0
    private var answers: [Int: Int32] = [:]
    private let process: pid_t
    private let socket: Int32
    private(set) var isStopped = false

    /// After so many a new one takes its place, so that its own processor seconds never come to their limit.
    static let mostPapers = 2000

    /// Starts one and waits until it is ready, which takes some 10 ms; nil where there can be none: on other systems
    /// than Linux, without librecruitdb-forks.so, without `pdftotext`.
    init?(program: ExtractionProgram) {
        var ends: [Int32] = [-1, -1]
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard nothing >= 0 else { return nil }
        defer { close(nothing) }
        guard recruit_packet_sockets(&ends) == 0 else { return nil }
        // One at 0 to 2 would be overwritten in the other process.
        guard ends[0] > 2, ends[1] > 2 else {
            for end in ends { close(end) }
            return nil
        }
        let (code, process) = Spawn.start(
            program.path, ["--serve"], input: ends[1], output: nothing, messages: nothing)
        close(ends[1])
        self.process = process
        socket = ends[0]
        guard code == 0 else {
            isStopped = true
            return nil
        }
        var ready = [pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
        var answer: UInt8 = 0
        guard poll(&ready, 1, 5000) == 1, recv(socket, &answer, 1, 0) == 1, answer == UInt8(ascii: "R") else {
            return nil
        }
    }

    deinit {
        stop()
        close(socket)
    }

    /// Hands it a paper and the ends of the pipes for the text and the messages; it is read after those before it.
    ///
    /// - Returns: the paper's number, and when it is late.
    func read(_ document: Int32, output: Int32, messages: Int32, limits: ExtractionLimits) -> (Int, deadline: Int64) {
        let seconds = UInt32(clamping: max(1, limits.milliseconds / 1000))
        sent += 1
        lastDeadline = max(lastDeadline, ExtractionLimits.now()) &+ limits.milliseconds
        // What cannot be sent is found lost when its answer is asked for.
        if recruit_send_descriptors(socket, seconds, [document, output, messages]) != 0 { stop() }
        return (sent, lastDeadline)
    }

    /// What waitpid(2) told it of the process of a paper; nil until that is over.
    ///
    /// - Throws: `Gone` when it has ended without an answer.
    func status(of number: Int) throws(Gone) -> Int32? {
        while answers[number] == nil {
            var status: Int32 = 0
            let count = recv(socket, &status, MemoryLayout<Int32>.size, Int32(MSG_DONTWAIT))
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return nil }
            guard count == MemoryLayout<Int32>.size else { throw Gone() }
            answered += 1
            answers[answered] = status
        }
        return answers.removeValue(forKey: number)
    }

    /// It was ended, or ended itself.
    struct Gone: Error {}

    /// Ends it and what it has forked.
    func stop() {
        guard !isStopped else { return }
        isStopped = true
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
