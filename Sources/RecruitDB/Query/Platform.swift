#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Calls of the system whose interruptions are not news.
enum Platform {
    /// Reads into `space` (read(2)), again when a signal interrupts; -1 leaves the reason in errno.
    static func read(_ descriptor: Int32, _ space: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, space.baseAddress, space.count)
            #else
                let count = Darwin.read(descriptor, space.baseAddress, space.count)
            #endif
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Whether this program may write to the file or folder (access(2)).
    static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

    /// Opens the file at `path` for reading (open(2)); -1 leaves the reason in errno.
    ///
    /// A FIFO without a writer does not hold the program up.
    static func openToRead(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        #else
            Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        #endif
    }
}
