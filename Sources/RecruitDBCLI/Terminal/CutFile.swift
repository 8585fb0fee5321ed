#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that another program cuts short while it is mapped: SQLite's -shm of a database in WAL mode, when somebody
/// copies another one over it. The next look at it is SIGBUS, which SQLite does not catch.
enum CutFile {
    /// From here on such a run ends with 74 and a sentence, not with a crash; a file of results goes.
    static func install() {
        signal(SIGBUS) { _ in
            Interruption.removeUnfinished()
            // No property: its first use would take a lock.
            let message: StaticString = """
                recruitdb: the -shm file beside the database was cut short while it was in use; try again, and copy a \
                database with sqlite3's .backup\n
                """
            _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
            _exit(ExitCode.io.rawValue)
        }
    }
}
