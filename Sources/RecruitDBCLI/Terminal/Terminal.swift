#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands behind a descriptor, asked when it matters.
struct Terminal {
    private let descriptor: Int32

    /// Standard input.
    static var input: Terminal { Terminal(descriptor: STDIN_FILENO) }
    /// Standard output.
    static var output: Terminal { Terminal(descriptor: STDOUT_FILENO) }
    /// Standard error.
    static var error: Terminal { Terminal(descriptor: STDERR_FILENO) }

    /// Whether a person is there.
    var isInteractive: Bool { isatty(descriptor) == 1 }

    /// Whether colours may be sent: a terminal that is not dumb, and no `NO_COLOR` (no-color.org).
    var hasColor: Bool {
        isInteractive && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
    }

    /// The cells of a line, at most 1,000: what the terminal says, else `$COLUMNS`, else 80.
    var columns: Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return min(Int(size.ws_col), 1_000)
        }
        return min(max(Environment.value("COLUMNS").flatMap { Int($0) } ?? 80, 1), 1_000)
    }

    /// The rows of the screen: what the terminal says, else 24.
    var rows: Int {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
    }

    /// How words may stand out.
    enum Style: String {
        case bold = "1"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case dim = "2"
    }

    /// `text` in `style` where colours may be sent, else as it is.
    func styled(_ text: String, _ style: Style) -> String {
        hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
