import Foundation

/// The bytes of an invented database, made once for all tests that look at one.
private let sampleBytes = Result {
    try withExtendedLifetime(Scratch()) { scratch in
        let file = scratch.folder.appending(path: "lab.db")
        let made = try Binary.run(
            program: Binary.folder.appending(path: "recruitdb-sample").path,
            ["database", "--applications", "12", "--seed", "3", "-o", file.path])
        guard made.status == 0 else { throw ScratchError(reason: made.error) }
        return try Data(contentsOf: file)
    }
}

extension Scratch {
    /// `lab.db` with twelve invented applications, each test's own and without the papers.
    func sample() throws -> URL {
        let file = folder.appending(path: "lab.db")
        try sampleBytes.get().write(to: file)
        return file
    }
}
