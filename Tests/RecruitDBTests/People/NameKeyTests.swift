import Testing

@testable import RecruitDB

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("Ada Byron", "Byron, Ada"), ("Ada Byron", "BYRON Ada"), ("Ada Byron", "Dr. Ada K. Byron (PhD)"),
        ("Ada Byron", "AdaByron"), ("Zoë Müller", "ZOE MULLER"), ("Zoe\u{308} Müller", "Müller, Zoë"),
        ("Xiaoming Wang", "Wang Xiao Ming"), ("Xiaoming Wang", "WANG Xiao-Ming"), ("Wang Xiaoming", "Xiao Ming Wang"),
        ("WangXiaoming", "Xiaoming Wang"), ("Li Wei", "Wei LI"), ("Kim Minsu", "Min-su Kim"),
        ("Kim Min Su", "Minsu Kim"),
        ("Xi'an Chen", "Chen Xian"), ("O\u{2019}Brien, Nora", "Nora O'Brien"), ("Ｗｅｉ Ｚｈａｎｇ", "Zhang Wei"),
        ("陈大文", "陳大文"), ("陈 大文", "陈大文"), ("陈·大文", "陈大文"), ("大文 陈", "陈大文"), ("김민수", "김 민수"),
        ("민수 김", "김민수"), ("山田 太郎", "山田太郎"), ("Nguyễn Văn An", "Van An Nguyen"), ("Ада Байрон", "БАЙРОН, Ада"),
    ])
    func `a name is the same in either order and however it is divided`(one: String, other: String) {
        let keys = NameKey.keys(of: one)
        #expect(keys.count == 1)
        #expect(keys == NameKey.keys(of: other), "\(one) \(keys), \(other) \(NameKey.keys(of: other))")
    }

    @Test(arguments: [
        ("Ada Byron", "Eve Byron"), ("Wei Zhang", "Wei Zhao"), ("Lan Yi", "Yan Li"), ("Li Na", "Li An"),
        ("陈大文", "陈大伟"), ("王平", "王萍"), ("Kim Minsu", "Kim Minsoo"), ("Ada Byron", "Ada Lovelace"),
    ])
    func `different names differ`(one: String, other: String) {
        #expect(NameKey.keys(of: one) != NameKey.keys(of: other))
    }

    @Test func `a name in two scripts has a key for each`() {
        let both = NameKey.keys(of: "Yong Li (李勇)")
        #expect(both == NameKey.keys(of: "Li Yong") + NameKey.keys(of: "李勇"))
        #expect(NameKey.keys(of: "David Chan 陳大文") == NameKey.keys(of: "Chan David") + NameKey.keys(of: "陈大文"))
    }

    @Test(arguments: ["", " ", "Sunny", "?", "ada@example.org", "李", "Dr.", "(PhD)", "\u{0}", "123 456"])
    func `what is no full name has no key`(name: String) {
        #expect(NameKey.keys(of: name) == [])
    }

    @Test func `a long name is cut and does not hang`() {
        #expect(NameKey.keys(of: String(repeating: "ab ", count: 50_000)).first?.unicodeScalars.count ?? 0 <= 200)
    }
}
