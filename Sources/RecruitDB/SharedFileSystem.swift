import CFileSync

/// A file system that other machines may write to as well, or whose program need not keep SQLite's promises.
///
/// In WAL mode programs agree by memory that they share, which does not reach another machine: two of them damage the
/// database without a word (https://www.sqlite.org/wal.html, "Overview"). A rollback journal needs locks only.
struct SharedFileSystem: Equatable {
    /// What people call it, such as NFS.
    let name: String

    /// The file system that Linux calls `number` (statfs(2), linux/magic.h) or macOS `name`; nil for one of this machine.
    init?(number: UInt32, name: String) {
        let kind = Self.kinds.first { kind in
            number != 0 ? kind.numbers.contains(number) : kind.names.contains(name.lowercased())
        }
        guard let kind else { return nil }
        self.name = kind.name
    }

    /// The file system under the file or folder at `path`; nil for one of this machine, and where nothing can be known.
    static func under(_ path: String) -> SharedFileSystem? {
        var number: UInt32 = 0
        var name = [CChar](repeating: 0, count: 32)
        guard recruit_file_system(path, &number, &name) == 0 else { return nil }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return SharedFileSystem(number: number, name: String(decoding: bytes, as: UTF8.self))
    }

    /// Why `init` makes no database in WAL mode at `path`, and what to do.
    func refusal(_ path: String) -> RecruitmentError {
        RecruitmentError(
            .cannotCreate,
            "\(path): lies on \(name), where two machines damage a database in WAL mode without a word; name a file on a "
                + "disk of this machine with -d FILE, or make it for one writer at a time: init --journal delete")
    }

    /// What `check` says of a database at `path`.
    func finding(_ path: String, usesWAL: Bool) -> Finding {
        usesWAL
            ? Finding(
                .warning, path, "is in WAL mode on \(name), where two machines damage it without a word",
                advice: "move it to a disk of this machine; or close it everywhere and run: "
                    + "sqlite3 \(path) 'PRAGMA journal_mode = DELETE'")
            : Finding(
                .note, path, "lies on \(name), whose locks keep it whole only where the server keeps them",
                advice: "keep copies; a disk of this machine is safer")
    }

    private static let kinds: [(name: String, numbers: [UInt32], names: [String])] = [
        ("NFS", [0x6969], ["nfs"]),
        ("SMB", [0x517B, 0xFE53_4D42, 0xFF53_4D42], ["smbfs", "cifs"]),
        ("9P", [0x0102_1997], ["9p"]),
        ("FUSE", [0x6573_5546], ["fuse", "fusefs", "macfuse", "osxfuse", "fuse-t"]),
        ("AFS", [0x5346_414F, 0x6B41_4653], ["afs"]),
        ("AFP", [], ["afpfs"]),
        ("WebDAV", [], ["webdav"]),
        ("Coda", [0x7375_7245], []),
        ("Ceph", [0x00C3_6400], []),
        ("Lustre", [0x0BD0_0BD0], []),
        ("GPFS", [0x4750_4653], []),
        ("GFS2", [0x0116_1970], []),
        ("OCFS2", [0x7461_636F], []),
        ("VirtualBox's shared folders", [0x786F_4256], []),
        ("virtiofs", [], ["virtiofs", "applevirtiofs"]),
    ]
}
