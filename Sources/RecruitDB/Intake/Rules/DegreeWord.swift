/// A doctorate that someone has, not one that they apply for.
enum DegreeWord {
    /// The words that make a doubt of it: a salutation ("博士您好") or a degree held ("PhD holder", "博士毕业").
    static func doubt(at range: Range<Int>, in text: SubjectScalars) -> String? {
        let isChinese = text.folded[range].elementsEqual("博士".unicodeScalars)
        var next = range.upperBound
        if !isChinese {
            while next < text.count, text.isSeparator(next) { next += 1 }
        }
        for word in isChinese ? chinese : latin where text.hasFolded(word, at: next) {
            let end = min(text.count, next + word.unicodeScalars.count)
            if !isChinese, end < text.count, text.isWordScalar(end) { continue }
            var words = String.UnicodeScalarView()
            words.append(contentsOf: text.original[range.lowerBound..<end])
            return String(words)
        }
        return nil
    }

    private static let latin = ["holder", "holders"]
    private static let chinese = ["您好", "你好", "钧鉴", "台鉴", "尊鉴", "惠鉴", "老师", "先生", "女士", "毕业", "在读", "学历"]
}
