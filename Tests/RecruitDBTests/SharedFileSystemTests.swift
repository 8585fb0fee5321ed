import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct SharedFileSystemTests {
    @Test(
        arguments: [
            (0x6969, "", "NFS"), (0x517B, "", "SMB"), (0xFE53_4D42, "", "SMB"), (0xFF53_4D42, "", "SMB"),
            (0x6573_5546, "", "FUSE"), (0x0102_1997, "", "9P"), (0x00C3_6400, "", "Ceph"), (0x0BD0_0BD0, "", "Lustre"),
            (0, "nfs", "NFS"), (0, "smbfs", "SMB"), (0, "afpfs", "AFP"), (0, "webdav", "WebDAV"),
            (0, "macfuse", "FUSE"),
            (0, "AppleVirtIOFS", "virtiofs"),
            // Of this machine: ext4, XFS, Btrfs, tmpfs, overlay, ZFS, APFS, and what nobody knows.
            (0xEF53, "", nil), (0x5846_5342, "", nil), (0x9123_683E, "", nil), (0x0102_1994, "", nil),
            (0x794C_7630, "", nil),
            (0x2FC1_2FC1, "", nil), (0, "apfs", nil), (0, "hfs", nil), (0, "", nil), (0xDEAD_BEEF, "nfs", nil),
        ] as [(UInt32, String, String?)])
    func `a file system is known by its number or name`(number: UInt32, name: String, kind: String?) {
        #expect(SharedFileSystem(number: number, name: name)?.name == kind)
    }

    @Test func `the system is asked, also where nothing is`() {
        #expect(SharedFileSystem.under("/") == SharedFileSystem.under("."))
        #expect(SharedFileSystem.under("/no/such/folder") == nil)
    }

    @Test func `on a share a database is made only with a journal that somebody chose`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recruitdb-share-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "lab.db").path
        let share = try #require(SharedFileSystem(number: 0x6969, name: ""))
        let error = #expect(throws: RecruitmentError.self) {
            try RecruitmentDatabase.create(at: path, journal: nil, on: share)
        }
        #expect(error?.kind == .cannotCreate)
        #expect(
            error?.message
                == "\(path): lies on NFS, where two machines damage a database in WAL mode without a word; name "
                + "a file on a disk of this machine with -d FILE, or make it for one writer at a time: init --journal delete"
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])

        for (journal, mode) in [(Journal.delete, "delete"), (.wal, "wal")] {
            let path = folder.appending(path: "\(mode).db").path
            let database = try RecruitmentDatabase.create(at: path, journal: journal, on: share)
            #expect(try database.connection.value(String.self, "PRAGMA journal_mode") == mode)
            #expect(try database.check().filter { $0.severity > .note } == [])
        }
    }

    @Test(arguments: [(true, Finding.Severity.warning, "PRAGMA journal_mode = DELETE"), (false, .note, "keep copies")])
    func `check says what is wrong there and what to do`(usesWAL: Bool, severity: Finding.Severity, advice: String)
        throws
    {
        let finding = try #require(SharedFileSystem(number: 0x517B, name: "")).finding("/mnt/lab.db", usesWAL: usesWAL)
        #expect(finding.severity == severity && finding.subject == "/mnt/lab.db")
        #expect(finding.problem.contains("SMB") && finding.advice.contains(advice))
    }
}
