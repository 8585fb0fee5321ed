import CUTF8Proc

/// A subject's scalars twice, as written and as compared, one for one.
struct SubjectScalars: Sendable {
    /// NFKC without format characters.
    let original: [Unicode.Scalar]
    /// The same in lower case and simplified characters.
    let folded: [Unicode.Scalar]

    var count: Int { original.count }

    init(_ text: String) {
        original = Array(NormalizedText.nfkc(text).unicodeScalars)
        folded = original.map { scalar in
            let lower = utf8proc_tolower(utf8proc_int32_t(bitPattern: scalar.value))
            return ChineseScript.simplified(Unicode.Scalar(UInt32(bitPattern: lower)) ?? scalar)
        }
    }

    /// Part of a Latin (Greek, Cyrillic, ...) word; Chinese beside a Latin word is its border.
    func isWordScalar(_ index: Int) -> Bool {
        original[index].isLetterOrMark && !original[index].isEastAsian
    }

    /// Hyphens and the en dash, which people type for one.
    func isHyphen(_ index: Int) -> Bool {
        switch original[index].value {
        case 0x2D, 0x2010...0x2013, 0x2212: true
        default: false
        }
    }

    func isApostrophe(_ index: Int) -> Bool {
        switch original[index].value {
        case 0x27, 0x60, 0x2018, 0x2019, 0x2BC, 0x2B9, 0x2032: true
        default: false
        }
    }

    /// What may stand between the parts of one keyword.
    func isSeparator(_ index: Int) -> Bool {
        original[index].properties.isWhitespace || original[index] == "_" || isHyphen(index)
    }

    func hasFolded(_ words: String, at index: Int) -> Bool {
        folded[min(index, count)...].starts(with: words.unicodeScalars)
    }
}
