import Testing

@testable import RecruitDB

@Suite struct IndexedTextTests {
    @Test(arguments: [
        ("PyTorch and CUDA", "PyTorch and CUDA"),
        ("机器学习", "机器 器学 学习 习"),
        ("学", "学"),
        ("大学", "大学 学"),
        ("我在清华大学学PyTorch", "我在 在清 清华 华大 大学 学学 学 PyTorch"),
        ("2027年9月", "2027 年 9 月"),
        ("ディープラーニング", "ディ ィー ープ プラ ラー ーニ ニン ング グ"),
        ("서울대학교 공학", "서울 울대 대학 학교 교 공학 학"),
        ("丈夫𠮷野家。", "丈夫 夫𠮷 𠮷野 野家 家 。"),
        ("陈、王", "陈 、 王"),
        ("naïve Müller", "naïve Müller"),
    ])
    func `runs of Chinese, Japanese and Korean are overlapping pairs and their last character`(
        text: String, words: String
    ) {
        #expect(spaced(IndexedText.words(of: text)) == words)
    }

    @Test(arguments: [
        ("机器学\n习", "机器 器学 学习 习"),
        ("机器学 \n  习", "机器 器学 学习 习"),
        ("机器学\n\n习", "机器 器学 学 习"),
        ("机器 学习", "机器 器 学习 习"),
        ("machine learn-\ning is", "machine learning learn- ing is"),
        ("well-known", "well-known"),
        ("1990-\n1995", "1990- 1995"),
        ("Müll-\ner", "Müller Müll- er"),
        ("a -\nb", "a - b"),
    ])
    func `a word goes on over the end of a line`(text: String, words: String) {
        #expect(spaced(IndexedText.words(of: text)) == words)
    }

    @Test(arguments: [
        ("C++ and C#, F# too", "Cplusplus C and Csharp C , Fsharp F too"),
        ("C++17", "Cplusplus C 17"),
        ("sharp# c+ +", "sharp# c+ +"),
    ])
    func `C++ and C# are words`(text: String, words: String) {
        #expect(spaced(IndexedText.words(of: text)) == words)
    }

    @Test(arguments: [
        "机器学习 PyTorch\n机器学\n习 learn-\ning C++ 𠮷", "", "-", "-\n", "\n", "a-\n", "#", "C#", "习", "𠮷",
        "a-\nb-\nc-\nd",
    ])
    func `every piece of the words is a part of the text, in order`(text: String) {
        let bytes = Array(text.utf8)
        var end = 0
        bytes.withUnsafeBufferPointer { buffer in
            IndexedText.forEachPiece(of: buffer) { piece in
                if case .source(let range) = piece {
                    #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
                    end = max(end, range.upperBound)
                }
                return true
            }
        }
        #expect(end == bytes.count || text.hasSuffix("#") || text.hasSuffix("+"))
    }

    @Test(arguments: [
        "机", "机\n", "- \n", "a-\n", "a-\nb", "C#", "C++", "机 \n ", "\u{A0}", "é-\na",
    ])
    func `hostile pages are read in a moment`(unit: String) {
        let text = String(repeating: unit, count: (1 << 17) / unit.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(IndexedText.words(of: text).utf8.count < 8 << 20) }
        #expect(time < .seconds(5))
    }

    private func spaced(_ words: String) -> String {
        words.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    }
}
