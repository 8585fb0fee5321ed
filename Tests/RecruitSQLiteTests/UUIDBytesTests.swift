import Foundation
import RecruitSQLite
import Testing

@Suite struct UUIDBytesTests {
    private static let text = "00112233-4455-6677-8899-aabbccddeeff"

    @Test func `a UUID is written as it is read, and is Foundation's`() throws {
        let id = try #require(UUIDBytes(Self.text))
        #expect(id.description == Self.text)
        #expect(UUIDBytes(Self.text.uppercased()) == id)
        #expect(UUID(uuid: id.bytes).uuidString.lowercased() == Self.text)
        for _ in 1...20 {
            let uuid = UUID()
            #expect(UUIDBytes(bytes: uuid.uuid).description == uuid.uuidString.lowercased())
            #expect(UUIDBytes(uuid.uuidString) == UUIDBytes(bytes: uuid.uuid))
        }
    }

    @Test func `a UUID is stored in 16 bytes and read from them or from text`() throws {
        let connection = try memory("CREATE TABLE t (id ANY) STRICT")
        let id = try #require(UUIDBytes(Self.text))
        try connection.run("INSERT INTO t VALUES (\(id)), (\(id.description))")
        try connection.prepare("INSERT INTO t VALUES (?)").run(id)
        #expect(
            try connection.all("SELECT id, typeof(id) FROM t") { (row: borrowing Row) in
                "\(try row.get(0, as: UUIDBytes.self)) \(try row.text(1))"
            } == ["\(Self.text) blob", "\(Self.text) text", "\(Self.text) blob"])
        #expect(try connection.value(String.self, "SELECT hex(\(id))") == "00112233445566778899AABBCCDDEEFF")
        #expect(try connection.value(UUIDBytes?.self, "SELECT NULL") == nil)
    }

    @Test(arguments: [
        "", "00112233-4455-6677-8899-aabbccddeef", "00112233-4455-6677-8899-aabbccddeefff",
        "0011223-34455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeefg",
        "00112233x4455-6677-8899-aabbccddeeff", "{0112233-4455-6677-8899-aabbccddeef}",
        "0011223é-4455-6677-8899-aabbccddeef",
    ])
    func `other text is no UUID`(text: String) throws {
        #expect(UUIDBytes(text) == nil)
        let error = sqliteError { _ = try memory().value(UUIDBytes.self, "SELECT \(text) AS id") }
        #expect(error?.message == "column 0 (id) is TEXT, not UUID")
    }

    @Test(arguments: ["x'00'", "zeroblob(17)", "7", "1.5", "NULL"])
    func `other values are no UUID`(value: String) throws {
        #expect(sqliteError { _ = try memory().value(UUIDBytes.self, "SELECT \(raw: value)") }?.code == .mismatch)
    }
}
