import Testing

@testable import RecruitDB

private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

/// The value in a form that shows order, digits and bytes.
private func drawn(_ value: JSONValue) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let truth): "\(truth)"
    case .number(let number): number.literal
    case .string(let text): "'\(text)'"
    case .array(let values): "[" + values.map(drawn).joined(separator: " ") + "]"
    case .object(let members):
        "{" + members.map { "\($0.name)@\($0.nameOffset)=\(drawn($0.value))" }.joined(separator: " ") + "}"
    }
}

@Test(arguments: [
    ("null", "null"), (" true ", "true"), ("\t\r\n false", "false"), ("[]", "[]"), ("{}", "{}"), ("\"\"", "''"),
    ("[1,[2,[]],{}]", "[1 [2 []] {}]"),
    (#"{"b":1,"a":{"b":2}}"#, "{b@1=1 a@7={b@12=2}}"),
    ("123456789012345678901234567890.5e-3", "123456789012345678901234567890.5e-3"), ("-0", "-0"), ("0.0", "0.0"),
    (#""\"\\\/\b\f\n\r\t\u00e9\u4f60\uD83D\ude00""#, "'\"\\/\u{8}\u{C}\n\r\té你😀'"),
    ("\"陈大文 é\"", "'陈大文 é'"),
    (#""\u0000""#, "'\0'"), ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\u{E9}@1=1 e\u{301}@8=2}"),
    ("\u{FEFF}{\"a\":1}", "{a@4=1}"),
])
func `a JSON text is read with the order of its members and the digits of its numbers`(text: String, value: String)
    throws
{
    #expect(drawn(try read(text)) == value)
}

@Test(arguments: [
    ("", "line 1, column 1 (byte 0): there is no JSON value, the text is empty"),
    (" \n ", "line 2, column 2 (byte 3): there is no JSON value, the text is empty"),
    ("[1,]", "line 1, column 4 (byte 3): a comma stands before ], with no value after it"),
    (#"{"a":1,}"#, "line 1, column 8 (byte 7): a comma stands before }, with no name after it"),
    (#"{"a" 1}"#, "line 1, column 6 (byte 5): expected : after a name, found \"1\""),
    (#"{a: 1}"#, "line 1, column 2 (byte 1): expected a name in quotes, found \"a\""),
    (#"{"a":1 "b":2}"#, "line 1, column 8 (byte 7): expected , or } after a value, found \"\"\""),
    ("[1 2]", "line 1, column 4 (byte 3): expected , or ] after a value, found \"2\""),
    ("{\"a\":1,\n \"é\":2,\n \"a\":3}", "line 3, column 2 (byte 18): the name \"a\" stands twice in one object"),
    ("{} x", "line 1, column 4 (byte 3): \"x\" stands after the end of the JSON value"),
    ("[True]", "line 1, column 2 (byte 1): expected a value, found \"True\""),
    ("[nul]", "line 1, column 2 (byte 1): expected a value, found \"nul\""),
    ("'a'", "line 1, column 1 (byte 0): expected a value, found \"'\""),
    ("[\"é\", ，]", "line 1, column 7 (byte 7): expected a value, found \"，\""),
    ("NaN", "line 1, column 1 (byte 0): expected a value, found \"NaN\""),
    ("01", "line 1, column 1 (byte 0): a number begins with 0 and goes on"),
    ("-", "line 1, column 2 (byte 1): expected a digit of a number, found the end of the file"),
    ("+1", "line 1, column 1 (byte 0): expected a value, found \"+\""),
    ("1.", "line 1, column 3 (byte 2): expected a digit of a number's point, found the end of the file"),
    (".5", "line 1, column 1 (byte 0): expected a value, found \".\""),
    ("1e+", "line 1, column 4 (byte 3): expected a digit of a number's exponent, found the end of the file"),
    ("\"ab", "line 1, column 1 (byte 0): the file ends inside the string that begins here"),
    (
        "\"a\tb\"",
        "line 1, column 3 (byte 2): a string has the byte 0x09 in it: control characters are written "
            + "as escapes, such as \\n"
    ),
    (#""\x""#, "line 1, column 2 (byte 1): an escape is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"),
    (#""\u12g4""#, "line 1, column 2 (byte 1): \\u is followed by fewer than four hexadecimal digits"),
    (#""\uD800""#, "line 1, column 2 (byte 1): an escape is half of a surrogate pair, which is no character"),
    (#""\uDC00\uD800""#, "line 1, column 2 (byte 1): an escape is half of a surrogate pair, which is no character"),
    (#""\uD800\u0041""#, "line 1, column 2 (byte 1): an escape is half of a surrogate pair, which is no character"),
    ("[\r\n1,\r2,\n,", "line 4, column 1 (byte 9): expected a value, found \",\""),
    (
        String(repeating: "[", count: 65),
        "line 1, column 65 (byte 64): more than 64 lists and objects stand inside each other"
    ),
])
func `a text that breaks the grammar is refused with line, column, byte and reason`(text: String, reason: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try read(text) }
    #expect(error?.description == reason)
}

@Test(
    arguments: [
        [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
        [0xF0, 0x80, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE4, 0xBD, 0x20],
    ] as [[UInt8]])
func `bytes in a string that are no UTF-8 are refused where they stand`(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONReader.read([0x22, 0x61] + bytes + [0x22]) }
    #expect(
        error?.description == "line 1, column 3 (byte 2): a string has bytes that are no UTF-8; save the file as UTF-8")
}

@Test(
    arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0x7B, 0, 0x7D, 0], [0, 0x7B, 0, 0x7D]] as [[UInt8]])
func `a text in UTF-16 is refused by its name`(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONReader.read(bytes) }
    #expect(error?.reason == "the text is UTF-16; save the file as UTF-8")
}

@Test func `64 lists inside each other are read`() throws {
    _ = try read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
}

@Test(
    arguments: [
        ("0", 0), ("-0", 0), ("-0.0e9", 0), ("3.0", 3), ("30e-1", 3), ("1.5e1", 15), ("1E+2", 100), ("1.5", nil),
        ("1e-1", nil),
        ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil), ("1e19", nil),
        ("1e999999999999999999999", nil), ("0e999999999999999999999", 0), ("1e-9223372036854775808", nil),
        ("0.00000000000000000000000000000000000000000000000000000001e56", 1),
        ("100000000000000000000000000000000000000e-38", 1),
    ] as [(String, Int64?)])
func `a number is an integer when it is one, however it is written`(text: String, integer: Int64?) {
    #expect(JSONNumber(literal: text).integer == integer)
}

@Test func `an amount in major units becomes minor units without rounding`() {
    #expect(JSONNumber(literal: "18500").scaled(by: 2) == 1_850_000)
    #expect(JSONNumber(literal: "0.29").scaled(by: 2) == 29)
    #expect(JSONNumber(literal: "-1.5e3").scaled(by: 2) == -150_000)
    #expect(JSONNumber(literal: "0.005").scaled(by: 2) == nil)
}
