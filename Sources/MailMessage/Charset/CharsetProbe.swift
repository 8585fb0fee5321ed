/// Charsets of real mail that the system's converter lacks, by the names of iconv_open(3); none on a whole system.
///
/// On Linux each is a module of its own beside the C library and may be missing where others are not.
public func missingCharsets() -> [String] {
    ["GB18030", "BIG5-HKSCS", "ISO-2022-JP", "EUC-KR", "CP949", "WINDOWS-1252", "SHIFT_JIS"].filter {
        Iconv.decode([], $0) == nil
    }
}
