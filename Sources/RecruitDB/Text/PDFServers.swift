/// The fork servers of one pool; started when they are first needed.
final class PDFServers {
    private let program: ExtractionProgram
    private let most: Int
    private var servers: [PDFServer] = []
    /// False after one could not be started, or too many ended on their own: each PDF has a program of its own then.
    private var areUsable = true
    private var losses = 0

    /// A paper that ends its server must not do so for ever.
    private static let mostLosses = 3

    /// At most so many servers, which `program` starts.
    init(program: ExtractionProgram, most: Int) {
        self.program = program
        self.most = most
    }

    /// The one with the least to do, or a new one; nil where there can be none.
    func next() -> PDFServer? {
        guard areUsable else { return nil }
        servers.removeAll { $0.isStopped || $0.sent >= PDFServer.mostPapers }
        let free = servers.min { $0.waiting < $1.waiting }
        if let free, free.waiting == 0 || servers.count >= most { return free }
        guard let server = PDFServer(program: program) else {
            areUsable = false
            return nil
        }
        servers.append(server)
        return server
    }

    /// Whether a paper that ended so went down with its server, through no fault of its own perhaps, and has to be read
    /// again.
    func isLost(with server: PDFServer, _ ending: ExtractionProcess.Ending) -> Bool {
        guard case .lost = ending else { return false }
        // Others were on their way there when a paper had to be stopped.
        guard !server.isStopped else { return true }
        server.stop()
        losses += 1
        if losses >= Self.mostLosses { areUsable = false }
        return true
    }
}
