/// The path of a file as the system has it: bytes, which unpacked archives and old disks leave in any charset.
struct FileName: Sendable {
    /// The bytes without the NUL at their end.
    let bytes: [UInt8]

    init(_ path: String) { bytes = Array(path.utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The path for people; what is not UTF-8 in it is shown as U+FFFD.
    var shown: String { String(decoding: bytes, as: UTF8.self) }

    /// The file called `name` in this folder.
    func appending(_ name: [UInt8]) -> FileName { FileName(bytes: bytes + [47] + name) }

    /// Lends the path to a C function.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                guard let start = chars.baseAddress else { return body("") }
                return body(start)
            }
        }
    }
}
