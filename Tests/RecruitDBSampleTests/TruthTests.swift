import Testing

@testable import RecruitDBSample

/// The truth promises that the mail rules decide a clear message; these are the promises that one can see in it.
@Suite struct `A clear application` {
    private static let plans: [ApplicationPlan] = (0..<1500).map { index in
        ApplicationPlan.drawn(
            number: index, person: Person(number: index, seed: 21), time: MailDate.first, stream: index,
            wish: ApplicationPlan.Wish(), rich: true, seed: 21)
    }

    @Test(arguments: ["?", "？", "请问", "咨询", "how to", "deadline", "recommendation", "referee", "my student", "推荐"])
    func `asks nothing and speaks for nobody else`(_ word: String) {
        let texts = Self.plans.map { "\($0.subject)\n\($0.body)\n\($0.papers.map(\.filename))".lowercased() }
        #expect(texts.filter { $0.contains(word) } == [])
    }

    @Test(arguments: ["committee", "thesis", "visa", "contract", "invitation", "form", "call for"])
    func `has a subject about itself`(_ words: String) {
        let padded = Self.plans.map { plan in
            " " + String(plan.subject.lowercased().map { $0.isLetter || $0 == " " ? $0 : " " }) + " "
        }
        #expect(padded.filter { $0.contains(" \(words) ") } == [])
    }

    @Test func `says that someone applies`() {
        let silent = Self.plans.filter { plan in
            let papers = plan.papers.contains { $0.type == .curriculumVitae }
            let visible = plan.subject.unicodeScalars.filter { $0.properties.generalCategory != .format }
            let text = String(String.UnicodeScalarView(visible)).lowercased()
            let subject = ["application", "apply", "申请", "申請", "应聘"].contains { text.contains($0) }
            return !papers && !subject
        }
        #expect(silent.map(\.subject) == [])
    }

    @Test func `states an intake only where the truth has one`() {
        let years = Self.plans.filter { plan in (2027...2033).contains { plan.subject.contains("\($0)") } }
        #expect(years.count > 200)
        #expect(years.allSatisfy { $0.statesIntake })
        let two = Self.plans.filter { $0.statesIntake && $0.intake == nil }
        #expect(two.count > 10)
        #expect(two.allSatisfy { ($0.subject + $0.body).contains(" or ") || ($0.subject + $0.body).contains("或") })
    }

    @Test func `never shares an address with another person`() {
        let addresses = Self.plans.map(\.person.address) + Self.plans.map(\.person.secondAddress)
        #expect(Set(addresses).count == addresses.count)
        #expect(addresses.allSatisfy { $0.contains(".example.") })
    }

    @Test func `comes by every route`() {
        var routes: [String: Int] = [:]
        for plan in Self.plans {
            routes[String(describing: plan.route).prefix { $0 != "(" }.description, default: 0] += 1
        }
        #expect(
            Set(routes.keys) == [
                "direct", "forwardedInline", "forwardedUnmarked", "forwardedTwice", "forwardedAttached", "viaList",
                "portal", "otherReplyTo",
            ])
    }
}
