import RecruitSQLite
import Testing

@Suite struct MigrationTests {
    @Test(arguments: [
        ("0001_lab.sql", 1), ("0123_a.sql", 123), ("12345_x.sql", 12345), ("1_lab.sql", nil), ("0000_lab.sql", nil),
        ("0001lab.sql", nil), ("0001_lab.txt", nil), ("0001_.sql", nil), ("lab.sql", nil), ("", nil), ("0001", nil),
        ("99999999999999999999_x.sql", nil), ("-001_x.sql", nil),
    ])
    func `a file's name gives the number`(fileName: String, number: Int?) throws {
        #expect((try? Migration(fileName: fileName, sql: ""))?.number == number)
        if number == nil {
            #expect(throws: MigrationError.badName(file: fileName)) { try Migration(fileName: fileName, sql: "") }
        }
    }

    @Test func `the digest is SHA-256 of the text`() throws {
        let migration = try Migration(fileName: "0001_a.sql", sql: "abc")
        #expect(migration.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: [
        ("-- migrate: no transaction\nVACUUM;", false, true),
        ("-- A title\n-- migrate: no foreign key check  \r\n-- migrate: no transaction\nSELECT 1;", false, false),
        ("SELECT 1;\n-- migrate: no transaction\n", true, true),
        ("-- said in passing: migrate: no transaction\n", true, true),
        ("", true, true),
    ])
    func `marks stand in the first comment lines`(sql: String, usesTransaction: Bool, checksForeignKeys: Bool) throws {
        let migration = try Migration(fileName: "0001_a.sql", sql: Script(raw: sql))
        #expect(migration.usesTransaction == usesTransaction)
        #expect(migration.checksForeignKeys == checksForeignKeys)
    }

    @Test func `a mark that means nothing is refused`() {
        #expect(throws: MigrationError.unknownMark(file: "0001_a.sql", mark: "no transactions")) {
            try Migration(fileName: "0001_a.sql", sql: "-- migrate: no transactions\n")
        }
    }

    @Test func `numbers run from 1 without a gap and without a double`() throws {
        let files = try ["0001_a.sql", "0002_b.sql", "0003_c.sql"].map { try Migration(fileName: $0, sql: "SELECT 1") }
        func check(_ files: [Migration]) throws -> [Int] {
            try Migrator(files, applicationID: 1, toolVersion: "1").migrations.map(\.number)
        }
        #expect(try check([files[2], files[0], files[1]]) == [1, 2, 3])
        #expect(try check([]) == [])
        #expect(throws: MigrationError.gap(missing: 2)) { try check([files[0], files[2]]) }
        #expect(throws: MigrationError.gap(missing: 1)) { try check([files[1]]) }
        let double = try Migration(fileName: "0002_other.sql", sql: "")
        #expect(throws: MigrationError.duplicate(number: 2, first: "0002_b.sql", second: "0002_other.sql")) {
            try check(files + [double])
        }
    }
}
