#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The library that makes a fork server of `pdftotext` (Sources/CForkServer), where it is installed.
enum ForkLibrary {
    static let name = "librecruitdb-forks.so"

    /// Its path: beside this program, or in `../lib/recruitdb`; nil where it is in neither, and on other systems.
    static func path() -> String? {
        #if os(Linux)
            guard let own = realpath("/proc/self/exe", nil) else { return nil }
            defer { free(own) }
            let folders = String(cString: own).utf8.split(separator: UInt8(ascii: "/")).dropLast()
            let folder = folders.reduce(into: "") { $0 += "/" + String(decoding: $1, as: UTF8.self) }
            return ["\(folder)/\(name)", "\(folder)/../lib/recruitdb/\(name)"].first { access($0, R_OK) == 0 }
        #else
            return nil
        #endif
    }
}
