#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Threads that run at once.
enum Threads {
    private final class Work {
        let number: Int
        let body: (Int) -> Int
        var result = 0

        init(_ number: Int, _ body: @escaping (Int) -> Int) {
            self.number = number
            self.body = body
        }

        func run() { result = body(number) }
    }

    /// Runs `body` on so many threads and returns what each gave.
    static func run(_ count: Int, _ body: @escaping (Int) -> Int) -> [Int] {
        let works = (0..<count).map { Work($0, body) }
        var threads = (0..<count).map { _ in pthread_t() }
        for (number, work) in works.enumerated() {
            let context = Unmanaged.passUnretained(work).toOpaque()
            #if canImport(Darwin)
                pthread_create(&threads[number], nil, { Threads.run($0) }, context)
            #else
                pthread_create(&threads[number], nil, { $0.map { Threads.run($0) } ?? nil }, context)
            #endif
        }
        for thread in threads { pthread_join(thread, nil) }
        return works.map(\.result)
    }

    private static func run(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
        return nil
    }

    /// Seconds that have passed.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
