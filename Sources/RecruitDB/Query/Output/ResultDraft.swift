#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The names of files of results that are not whole yet: `.recruitdb-PID-N.part`, each locked by its writer (flock(2)).
enum ResultDraft {
    /// Makes one in `folder`; the descriptor is -1, with the reason in errno, where that fails.
    static func make(in folder: String) -> (path: String, descriptor: Int32) {
        var number = 0
        while true {
            let path = "\(folder)/.recruitdb-\(getpid())-\(number).part"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor < 0, errno == EEXIST, number < 1000 else {
                if descriptor >= 0 { _ = flock(descriptor, LOCK_EX | LOCK_NB) }
                return (path, descriptor)
            }
            number += 1
        }
    }

    /// Removes what killed programs left in `folder`: files of such a name, of this user, whose process is gone.
    ///
    /// The number of a process says little where machines or containers share a folder: the lock must be free as well.
    static func sweep(_ folder: String) {
        for name in SystemFolder.names(in: folder) {
            guard let process = process(of: name), kill(process, 0) != 0, errno == ESRCH else { continue }
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
                flock(descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            unlink(path)
        }
    }

    /// The process that made a file of this name, nil for any other name.
    static func process(of name: String) -> pid_t? {
        guard name.hasPrefix(".recruitdb-"), name.hasSuffix(".part") else { return nil }
        let numbers = name.dropFirst(11).dropLast(5).split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, let process = pid_t(numbers[0]), process > 0, numbers[0] == "\(process)",
            let number = Int(numbers[1]), number >= 0, numbers[1] == "\(number)"
        else { return nil }
        return process
    }
}
