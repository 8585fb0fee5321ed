import RecruitSQLite
import Testing

@testable import RecruitDB

private func read(_ text: String) throws -> SavedQuestion {
    try QuestionHeader.read(text, name: "q", source: "q.sql")
}

@Test func `a header says what a question asks, takes and gives`() throws {
    let question = try read(
        """

        -- question: Who came since a day,
        --   and for what?
        --
        -- personal: no
        -- parameter: since (date, default today-7) the first day
        -- parameter: position (text, optional, example phd) only this: one position
        -- column: ref  the application
        -- note: one
        -- note: two
        -- scan: it counts them all

        -- a remark about the SQL: no header any more?
        SELECT 1
        """.replacing("-- a remark about the SQL: no header any more?\n", with: ""))
    #expect(question.question == "Who came since a day, and for what?")
    #expect(!question.isPersonal && question.scan == "it counts them all" && question.notes == ["one", "two"])
    #expect(question.parameters.map(\.description) == ["since (date, default: today-7)", "position (text, optional)"])
    #expect(question.parameters[1].example == "phd" && question.parameters[1].meaning == "only this: one position")
    #expect(question.columns == [SavedQuestion.Column(name: "ref", meaning: "the application")])
    #expect(question.statement == "SELECT 1" && question.file == nil)
}

@Test(arguments: [
    ("SELECT 1", "q.sql:1: the header lacks '-- question: ...'"),
    ("", "q.sql:1: the header lacks '-- question: ...'"),
    ("-- question: q?\nSELECT 1", "q.sql:2: the header lacks '-- personal: yes' or '-- personal: no'"),
    ("-- question: q?\n-- personal: perhaps\nSELECT 1", "q.sql:2: it is '-- personal: yes'"),
    ("-- question: q?\n-- question: r?\nSELECT 1", "q.sql:2: there is a second question"),
    ("-- question:\nSELECT 1", "q.sql:1: 'question:' says nothing"),
    ("-- quetsion: q?\n", "q.sql:1: 'quetsion' is no word of a header"),
    ("-- by me\nSELECT 1", "q.sql:1: a line of the header is '-- word: text'"),
    ("-- question: q?\n-- personal: no\n", "q.sql:3: there is no SQL after the header"),
    ("-- question: q?\n-- personal: no\n;;", "q.sql:3: there is no SQL after the header"),
    ("-- parameter: a\n", "q.sql:1: a parameter is '-- parameter: name (type, default VALUE) meaning'"),
    ("-- parameter: a (text)\n", "q.sql:1: a parameter is"),
    ("-- parameter: A (text) x\n", "q.sql:1: 'A' is no name of a parameter"),
    ("-- parameter: a b (text) x\n", "q.sql:1: 'a b' is no name of a parameter"),
    ("-- parameter: a (string) x\n", "q.sql:1: the type of a is one of text, integer, number, date"),
    ("-- parameter: a (date, default soon) x\n", "q.sql:1: of a: 'soon' is not a day"),
    ("-- parameter: a (integer, example 1.5) x\n", "q.sql:1: of a: '1.5' is not a whole number"),
    ("-- parameter: a (text, needed) x\n", "q.sql:1: of a: 'needed' is not optional"),
    ("-- parameter: a (text, optional, default b) x\n", "q.sql:1: a is optional, or has a default, not both"),
    ("-- parameter: a (text) x\n-- parameter: a (text) x\n", "q.sql:2: the parameter a is there already"),
    ("-- column: ref\n", "q.sql:1: a column is '-- column: name what it says'"),
])
func `a wrong header is refused with its line`(text: String, sentence: String) throws {
    let error = #expect(throws: RecruitmentError.self) { try read(text) }
    #expect(error?.kind == .badData)
    #expect(error?.message.hasPrefix(sentence) == true, "\(error?.message ?? "")")
}

@Test(arguments: [
    ("date", "today", Value.text("2026-11-20")), ("date", "today-7", .text("2026-11-13")),
    ("date", "today+14", .text("2026-12-04")), ("date", "2024-02-29", .text("2024-02-29")),
    ("date", "today-", nil), ("date", "today--1", nil), ("date", "todays", nil), ("date", "today+99999999", nil),
    ("date", "2026-2-3", nil), ("integer", "-7", .integer(-7)), ("integer", "9223372036854775808", nil),
    ("integer", "", nil), ("number", "1.5", .real(1.5)), ("number", "2", .integer(2)), ("number", "nan", nil),
    ("text", "2027", .text("2027")), ("text", "", .text("")),
])
func `a value reads as its type, or not at all`(type: String, text: String, value: Value?) throws {
    let question = try read("-- question: q?\n-- personal: no\n-- parameter: a (\(type)) x\nSELECT :a")
    let today = Day(year: 2026, month: 11, day: 20)
    #expect(question.parameters[0].value(of: text, today: today) == value)
    if value == nil {
        #expect(throws: RecruitmentError.self) { try question.query([QueryParameter("a", text: text)], today: today) }
    }
}

@Test func `a program lists questions and finds one by its name`() throws {
    let (questions, problems) = try SavedQuestions.builtIn.all()
    #expect(problems == [] && questions.map(\.name) == questions.map(\.name).sorted())
    let query = try SavedQuestions.builtIn.find("overdue").query([QueryParameter("position", text: "phd")])
    #expect(query.parameters.map(\.name) == ["today", "position"])
    let error = #expect(throws: RecruitmentError.self) { try SavedQuestions.builtIn.find("overdeu") }
    #expect(error?.kind == .usage)
}
