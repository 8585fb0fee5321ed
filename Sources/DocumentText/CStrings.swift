#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Lists of C strings, ended by a null pointer, as exec(2) takes them.
enum CStrings {
    /// Lends `strings` as C strings for the time of a call.
    ///
    /// For `char *const []`, which exec and posix_spawn promise not to write to.
    static func with<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var list = strings.map { (string: String) in strdup(string) }
        list.append(nil)
        defer { for string in list { free(string) } }
        return list.withUnsafeBufferPointer { buffer in
            // Never empty: the null pointer is there.
            guard let start = buffer.baseAddress else { return body([nil]) }
            return body(start)
        }
    }

    /// The same for `const char *const *`.
    static func with<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        with(strings) { (list: UnsafePointer<UnsafeMutablePointer<CChar>?>) in
            list.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: strings.count + 1, body)
        }
    }
}
