#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Single keys from the terminal, without Return and without an echo; the terminal is as before at the end.
final class Keyboard {
    private var before = termios()

    init() { tcgetattr(STDIN_FILENO, &before) }

    /// Keys come one by one from here on. Ctrl-C is a key like others, so that the terminal is never left behind.
    func begin() {
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    /// The terminal as it was.
    func end() { tcsetattr(STDIN_FILENO, TCSANOW, &before) }

    /// The next key; nil at the end of input, and for Ctrl-C and Ctrl-D.
    func next() -> Character? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, byte != 3, byte != 4 else { return nil }
            return Character(Unicode.Scalar(byte))
        }
    }
}
