import Foundation
import Testing

@testable import RecruitDB

private func refusal(_ text: String) -> CallFileError? {
    do throws(CallFileError) {
        _ = try Call(Array(text.utf8), file: "call.json")
        return nil
    } catch {
        return error
    }
}

@Test func `the small call is a call`() throws {
    let call = try Call(Array(smallCall.utf8), file: "small.json")
    #expect(call.lab.members.map(\.role) == [.principalInvestigator, .admin])
    #expect(
        call.positions[0].intakes == [.init(code: "2027-spring", openings: nil), .init(code: "2027-fall", openings: 2)])
    #expect(call.positions[0].documents.map(\.required) == [true, false])
    #expect(call.positions[2].requirements.map(\.ordinal) == [1, 2])
    #expect(call.positions[2].requirements.map(\.weight) == [1, 2.5])
    #expect(call.scholarships[0].components[0].amountMinor == 1_850_050)
    #expect(call.page?.sections.first?.text == "Tides.")
}

@Test(arguments: changedCalls + contradictoryCalls)
func `a wrong value is refused with its path, the value and what would be right`(change: ChangedCall) throws {
    let error = refusal(try #require(change.text, "the text to change stands not exactly once"))
    // One wrong word may break more than one rule: a misspelt key is a missing and an unknown one.
    if let says = change.says {
        let sentences = error?.problems.map(\.sentence) ?? []
        #expect(sentences.contains(says), "\(sentences)")
        #expect(sentences.count <= 3)
    } else {
        #expect(error == nil)
    }
}

@Test func `a refusal lists every mistake in the file's order with line and column`() throws {
    let wrong = smallCall.replacing(#""role": "pi""#, with: #""role": "boss""#).replacing("18500.50", with: "true")
        .replacing(#""title": "Postdoc", "#, with: "").replacing(#""2027-02-01""#, with: #""2027-02-30""#)
    #expect(
        refusal(wrong)?.description == """
            call.json is not imported: 4 mistakes
              line 6, column 80: lab.members[0].role: "boss" is not one of pi, admin, reviewer, member
              line 12, column 71: intakes[0].starts_on: "2027-02-30" is not a day of the calendar, written YYYY-MM-DD
              line 22, column 5: positions[1]: title is missing
              line 33, column 68: scholarships[0].components[0].amount: true is not a number; write 18500 \
            or 18500.50, without quotes and commas
            """)
}

@Test(arguments: [
    (
        "[1, 2]",
        "call.json is not imported: one mistake\n  line 1, column 1: this is no call: it is a list; "
            + "a call is an object with lab and positions"
    ),
    (
        "{}",
        "call.json is not imported: one mistake\n  line 1, column 1: this is no call: it is an empty "
            + "object; a call is an object with lab and positions"
    ),
    (
        #"{"name": "x", "version": 1}"#,
        "call.json is not imported: one mistake\n  line 1, column 1: this is no call: its keys are "
            + "name, version; a call is an object with lab and positions"
    ),
    (
        #"{"lab": {"name": "#,
        "call.json is not imported: one mistake\n  line 1, column 18: this is no JSON: expected a "
            + "value, found the end of the file"
    ),
    (
        #"{"lab": {}, "positions": {}}"#,
        """
        call.json is not imported: 3 mistakes
          line 1, column 9: lab: name is missing
          line 1, column 9: lab: members is missing
          line 1, column 26: positions: {} is not a list
        """
    ),
    (
        #"{"lab": {"name": "L", "members": []}}"#,
        "call.json is not imported: one mistake\n  line 1, column 1: positions is missing"
    ),
])
func `a file that is no call at all is refused in one sentence`(text: String, sentence: String) {
    #expect(refusal(text)?.description == sentence)
}

@Test func `a long list of mistakes stays a screenful`() {
    let positions = Array(repeating: #"{"slug": "B A D", "titel": 1}"#, count: 50).joined(separator: ",")
    let text = refusal(#"{"lab": {"name": "L", "members": []}, "positions": [\#(positions)]}"#)?.description ?? ""
    #expect(text.utf8.count < 1_500 && text.hasPrefix("call.json is not imported: 249 mistakes\n"))
    #expect(text.hasSuffix("more"))
}

@Test func `the least call is a lab with members and positions with a slug, title and type`() throws {
    let text = #"{"lab":{"name":"L","members":[]},"positions":[{"slug":"a","title":"A","position_type":"other"}]}"#
    let call = try Call(Array(text.utf8), file: "least.json")
    #expect(call.positions[0].status == nil && call.positions[0].keywords.isEmpty)
}
