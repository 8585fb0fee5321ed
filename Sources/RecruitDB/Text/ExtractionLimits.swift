#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one document may cost the program that waits for its text.
struct ExtractionLimits: Sendable {
    /// Milliseconds on the wall clock.
    var milliseconds: Int64 = 20_000
    /// Bytes of text; what comes after them is not read.
    var output = 16 << 20
    /// Bytes of messages that are kept; the rest is read and dropped.
    var messages = 64 << 10
    /// Pages.
    var pages = 10_000
    /// Documents at once: two for each processor online, so that none waits while a text is put away.
    var processes = max(2, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN)) * 2))

    /// Milliseconds of a clock that only goes forward (CLOCK_MONOTONIC).
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec / 1_000_000)
    }
}
