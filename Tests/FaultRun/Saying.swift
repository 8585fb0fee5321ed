import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    // What is said counts as promised, whatever happens next.
    _ = write(1, bytes, bytes.count)
}

/// Says what an error is; `word` instead of `error` for one that must not be.
func report(_ error: any Error, as word: String = "error") {
    if let error = error as? SQLiteError { say("\(word) \(error.code.rawValue)") } else { say("other \(error)") }
}

func attempt(orSay word: String = "error", _ body: () throws -> Void) {
    do { try body() } catch { report(error, as: word) }
}

func attemptAsync(orSay word: String = "error", _ body: () async throws -> Void) async {
    do { try await body() } catch { report(error, as: word) }
}
