import Foundation
import Testing

@testable import RecruitDB

private func smartLab() throws -> Call {
    try Call(Array(Data(contentsOf: exampleFolder.appending(path: "smart-lab/call.json"))), file: "call.json")
}

@Test func `the example call has every fact of the lab's page`() throws {
    let call = try smartLab()
    #expect(call.lab.name == "Smart Lab" && call.lab.topics == ["trustworthy AI for healthcare"])
    #expect(call.lab.institution == "The Hong Kong University of Science and Technology")
    let leader = try #require(call.lab.members.first { $0.handle == call.lab.leader })
    #expect(leader.name == "Hao Chen" && leader.email == "jhc@ust.hk" && leader.role == .principalInvestigator)
    #expect(
        leader.jobTitle
            == "Assistant Professor in Computer Science and Engineering and in Chemical and Biological Engineering")
    #expect(
        call.positions.map(\.slug) == ["phd", "postdoc", "research-assistant", "intern", "visiting-scholar", "other"])
    #expect(call.positions.allSatisfy { $0.documents.filter(\.required).map(\.documentType) == [.cv, .transcript] })
    #expect(call.howToApply?.email == "jhc@ust.hk")
    #expect(call.page?.sections.map(\.heading) == ["Description", "Who We Are", "Recruitment Details", "How to Apply"])
    let text = try String(contentsOf: exampleFolder.appending(path: "smart-lab/call.json"), encoding: .utf8)
    let facts = [
        "18,500", "26,600", "13,300", "40,000", "3 months", "Remote", "MICCAI", "CVPR", "TMI", "MIA", "AAAI", "IJCAI",
        "PyTorch", "TensorFlow", "HKPFS", "Hao Chen", "Spring or Fall of 2023", "subject",
        "Self-motivation and curiosity",
    ]
    #expect(facts.filter { !text.contains($0) } == [])
}

@Test func `the requirements of the example call, as a table`() throws {
    let lines = try smartLab().positions.flatMap { position in
        position.requirements.map { "\(position.slug) \($0.ordinal) \($0.necessity) \($0.category): \($0.statement)" }
    }
    #expect(
        lines.joined(separator: "\n") == """
            postdoc 1 must education: A doctorate in medical image analysis, artificial intelligence or computer vision.
            postdoc 2 must skill: Strong programming in a deep-learning framework (PyTorch, TensorFlow, ...).
            postdoc 3 preferred experience: Experience with medical image analysis or machine learning projects.
            postdoc 4 preferred publication: Publications in top AI or medical-imaging venues (MICCAI, \
            CVPR, TMI, MIA, AAAI, IJCAI, ...).
            postdoc 5 preferred attribute: Self-motivation and curiosity.
            research-assistant 1 must education: For undergraduates and master's students.
            research-assistant 2 must availability: At least 3 months.
            intern 1 must education: For undergraduates and master's students.
            intern 2 must availability: At least 3 months.
            """)
}

@Test(arguments: ["2026-08-01", "2026-09-30", "2026-11-20"])
func `two intakes are open all autumn, so that none is the only one`(day: String) throws {
    let open = try smartLab().intakes.filter { ($0.opensOn ?? "") <= day && day <= ($0.closesOn ?? "9999") }
    #expect(open.map(\.code) == ["2027-spring", "2027-fall"])
}

@Test(arguments: [
    ("PGS", "2023/24", 888_000, 0), ("HKPFS", "2023/24", 1_370_000, 0), ("HKPFS", "2025/26", 1_504_800, 60_000),
])
func `48 months of a scholarship add up to the published totals`(
    code: String, year: String, total: Int64, conditional: Int64
) throws {
    let scholarship = try #require(try smartLab().scholarships.first { $0.code == code })
    let months = 48
    var sum: Int64 = 0
    var uncertain: Int64 = 0
    for component in scholarship.components where component.academicYear == year {
        let paid = Int64(min(component.toMonth ?? months, months) - component.fromMonth + 1)
        let times = component.per == .month ? paid : component.per == .year ? (paid + 11) / 12 : 1
        sum += times * component.amountMinor
        if component.isConditional { uncertain += times * component.amountMinor }
    }
    #expect(sum == total * 100 && uncertain == conditional * 100)
}
