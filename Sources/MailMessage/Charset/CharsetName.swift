/// What a charset's name in mail means: the name that iconv knows, of the superset that mailers really write.
enum CharsetName {
    /// Names in mail, in lower case with `_` as `-`, to iconv's.
    ///
    /// GB2312 mail holds GBK and GB18030 characters, Big5 mail Hong Kong's, ISO-8859-1 mail windows-1252's.
    private static let aliases: [String: String] = [
        "gb2312": "GB18030", "gb-2312-80": "GB18030", "gb2312-80": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030",
        "cp936": "GB18030", "ms936": "GB18030", "windows-936": "GB18030", "euc-cn": "GB18030", "chinese": "GB18030",
        "csgb2312": "GB18030", "gb-18030": "GB18030", "gb18030-2000": "GB18030", "iso-ir-58": "GB18030",
        "hz-gb-2312": "HZ-GB-2312", "hz": "HZ-GB-2312",
        "big5": "BIG5-HKSCS", "big-5": "BIG5-HKSCS", "cn-big5": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS",
        "csbig5": "BIG5-HKSCS", "cp950": "BIG5-HKSCS", "windows-950": "BIG5-HKSCS", "big5hkscs": "BIG5-HKSCS",
        "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "iso88591": "WINDOWS-1252",
        "iso-88591": "WINDOWS-1252", "8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "latin-1": "WINDOWS-1252",
        "l1": "WINDOWS-1252", "iso-ir-100": "WINDOWS-1252", "windows-1252": "WINDOWS-1252",
        "windows1252": "WINDOWS-1252", "cp1252": "WINDOWS-1252", "cp-1252": "WINDOWS-1252", "cp819": "WINDOWS-1252",
        "ansi": "WINDOWS-1252", "x-ansi": "WINDOWS-1252",
        "us-ascii": "US-ASCII", "ascii": "US-ASCII", "ansi-x3.4-1968": "US-ASCII", "iso-646-us": "US-ASCII",
        "iso646-us": "US-ASCII", "us": "US-ASCII", "7bit": "US-ASCII", "646": "US-ASCII", "cp367": "US-ASCII",
        "utf8": "UTF-8", "utf-8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "utf-8n": "UTF-8", "utf8mb4": "UTF-8",
        "cp65001": "UTF-8", "x-utf-8": "UTF-8", "utf-8-mac": "UTF-8",
        "utf-7": "UTF-7", "utf7": "UTF-7", "unicode-1-1-utf-7": "UTF-7", "x-unicode-2-0-utf-7": "UTF-7",
        "utf16": "UTF-16", "unicode": "UTF-16", "iso-10646-ucs-2": "UTF-16", "ucs-2": "UTF-16",
        "ks-c-5601": "CP949", "ks-c-5601-1987": "CP949", "ks-c-5601-1989": "CP949", "ksc5601": "CP949",
        "ksc-5601": "CP949", "korean": "CP949", "euc-kr": "CP949", "x-euc-kr": "CP949", "euckr": "CP949",
        "cp949": "CP949", "ms949": "CP949", "windows-949": "CP949", "x-windows-949": "CP949", "uhc": "CP949",
        "shift-jis": "CP932", "sjis": "CP932", "shiftjis": "CP932", "x-sjis": "CP932", "ms-kanji": "CP932",
        "windows-31j": "CP932", "ms932": "CP932", "cp932": "CP932", "cswindows31j": "CP932",
        "euc-jp": "EUC-JP-MS", "x-euc-jp": "EUC-JP-MS", "eucjp": "EUC-JP-MS", "iso-2022-jp": "ISO-2022-JP",
        "iso2022-jp": "ISO-2022-JP", "csiso2022jp": "ISO-2022-JP", "jis": "ISO-2022-JP",
        "iso-8859-8-i": "ISO-8859-8", "iso-8859-8-e": "ISO-8859-8", "iso-8859-6-i": "ISO-8859-6",
        "iso-8859-6-e": "ISO-8859-6", "iso-8859-11": "TIS-620", "windows-874": "CP874", "x-mac-roman": "MACINTOSH",
        "mac": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC", "koi8r": "KOI8-R", "koi": "KOI8-R",
    ]

    /// Names that say that nobody knows.
    private static let unknown: Set<String> = [
        "", "x-unknown", "unknown", "unknown-8bit", "default", "none", "null", "x-user-defined", "binary", "8bit",
        "default-charset", "undefined", "-default-charset", "auto", "other",
    ]

    /// iconv's name; nil when the name says nothing.
    static func canonical(_ name: String) -> String? {
        let key = cleaned(name)
        guard !unknown.contains(key) else { return nil }
        if let alias = aliases[key] { return alias }
        if key.hasPrefix("windows"), let number = digits(after: "windows", key) { return "CP" + number }
        if key.hasPrefix("cp"), let number = digits(after: "cp", key) { return "CP" + number }
        if key.hasPrefix("iso8859"), let number = digits(after: "iso8859", key) { return "ISO-8859-" + number }
        if key.hasPrefix("iso-8859"), let number = digits(after: "iso-8859", key) { return "ISO-8859-" + number }
        return key.uppercased()
    }

    /// In lower case, with `_` as `-`, without quotes, blanks and what iconv would take for an order (`//TRANSLIT`).
    private static func cleaned(_ name: String) -> String {
        var out: [UInt8] = []
        for byte in name.utf8 {
            if byte == 47 || byte == 44 || byte == 59 { break }
            guard byte > 32, byte < 127, byte != 34, byte != 39 else { continue }
            out.append(byte == 95 ? 45 : ASCII.lower(byte))
            if out.count == 60 { break }
        }
        // `charset="charset=utf-8"`
        let name = out.starts(with: "charset=".utf8) ? out.dropFirst(8) : out[...]
        return String(decoding: name, as: UTF8.self)
    }

    private static func digits(after prefix: String, _ key: String) -> String? {
        let rest = key.utf8.dropFirst(prefix.utf8.count).drop { $0 == 45 }
        guard !rest.isEmpty, rest.allSatisfy(ASCII.isDigit) else { return nil }
        return String(rest)
    }
}
