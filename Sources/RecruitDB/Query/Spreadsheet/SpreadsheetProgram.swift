#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program `recruitdb-xlsx` at work: it takes rows and makes a workbook of them.
///
/// A program of its own, since the library that makes workbooks is there to be loaded only, and a program that is linked
/// whole, as `recruitdb` is, cannot load one.
final class SpreadsheetProgram {
    static let name = "recruitdb-xlsx"

    /// Where the rows go.
    let rows: Int32
    private let messages: Int32
    private let process: pid_t
    private var isRunning = true

    /// Starts the program; the workbook becomes the content of `file`.
    init(file: ResultFile) throws {
        guard let path = InstalledProgram.find(Self.name) else {
            throw RecruitmentError(
                .missingProgram,
                "\(Self.name), which writes .xlsx, is not installed beside recruitdb: run 'make install' again, or use csv"
            )
        }
        let ends = try Self.sockets()
        let pipe: PipeEnds
        do {
            pipe = try PipeEnds()
        } catch {
            for end in ends { close(end) }
            throw RecruitmentError(.io, "\(Self.name) cannot be started: too many open files")
        }
        _ = fcntl(pipe.readingEnd, F_SETFL, 0)
        let folder = file.draft.flatMap { draft in
            draft.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(draft[..<$0]) }
        }
        let started = Spawn.start(
            path, [folder ?? "."], input: ends[1], output: file.descriptor, messages: pipe.writingEnd)
        close(ends[1])
        close(pipe.writingEnd)
        guard started.code == 0 else {
            close(ends[0])
            close(pipe.readingEnd)
            throw RecruitmentError(.missingProgram, "\(path) cannot be started: \(reason(started.code))")
        }
        (rows, messages, process) = (ends[0], pipe.readingEnd, started.process)
    }

    deinit { if isRunning { _ = wait() } }

    /// Takes `piece` of the rows; returns an errno, EPIPE when the program takes no more.
    func take(_ piece: UnsafeBufferPointer<UInt8>) -> Int32 {
        #if os(Linux)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        var sent = 0
        while sent < piece.count {
            let count = send(rows, piece.baseAddress?.advanced(by: sent), piece.count - sent, flags)
            if count < 0, errno != EINTR { return errno }
            sent += max(0, count)
        }
        return 0
    }

    /// Waits until the program has ended; throws what it says when it made no workbook.
    func finish(_ file: ResultFile) throws {
        let (status, message) = wait()
        let name = SQLExcerpt.visible(file.path, limit: 200)
        switch status {
        case 0: return
        case 65: throw RecruitmentError(.badData, "\(name) cannot be made: \(message)")
        case 127:
            throw RecruitmentError(
                .missingProgram, "\(Self.name) needs libxlsxwriter (Debian: libxlsxwriter4): \(message)")
        default:
            throw RecruitmentError(
                .io, "\(name) cannot be written: \(message); nothing was changed, free some space or name another place"
            )
        }
    }

    /// Ends the rows; returns the exit code and the last line of what the program said.
    private func wait() -> (status: Int32, message: String) {
        isRunning = false
        close(rows)
        var said: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = chunk.withUnsafeMutableBytes { Platform.read(messages, $0) }
            guard count > 0 else { break }
            said = (said + chunk[..<count]).suffix(8192)
        }
        close(messages)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let line = String(decoding: said, as: UTF8.self).split(separator: "\n").last ?? "it ended without a word"
        let prefix = "\(Self.name): "
        let message = line.hasPrefix(prefix) ? line.dropFirst(prefix.count) : line
        return (status & 0x7F == 0 ? status >> 8 & 0xFF : 70, SQLExcerpt.visible(String(message), limit: 300))
    }

    private static func sockets() throws -> [Int32] {
        var ends: [Int32] = [-1, -1]
        #if os(Linux)
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw RecruitmentError(.io, "\(name) cannot be started: \(reason())")
        }
        #if !os(Linux)
            var yes: Int32 = 1
            setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #endif
        return ends
    }
}
