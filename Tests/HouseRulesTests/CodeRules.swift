import Foundation
import Testing

@Suite struct `what the code never says` {
    private func findings(
        _ pattern: some RegexComponent, near words: [String], in part: KeyPath<SwiftSource, [String]>
    ) -> [String] {
        Repository.sources.flatMap { $0.findings(pattern, near: words, in: part) }
    }

    @Test func `nothing traps on purpose`() {
        let traps = /\btry!|\bfatalError\(|\bprecondition(Failure)?\(|\bassert(ionFailure)?\(|\bas!\s/
        let words = ["try!", "fatalError", "precondition", "assert", "as!"]
        #expect(findings(traps, near: words, in: \.code) == [])
    }

    @Test func `nothing is unwrapped by force`() {
        #expect(findings(/[\w)\]}>"`]!(?!=)/, near: ["!"], in: \.code) == [])
    }

    @Test func `nothing is left for later`() {
        let words = ["TODO", "FIXME", "XXX", "HACK", "WIP"]
        let left = /\b(TODO|FIXME|XXX|HACK|WIP)\b/
        #expect(findings(left, near: words, in: \.comments) + findings(left, near: words, in: \.code) == [])
    }

    @Test func `names say what a thing is`() {
        let vague =
            /\b(?:class|struct|enum|protocol|actor|typealias)\s+\w*(?:Manager|Helpers?|Util(?:s|ity|ities)?|Service)\b/
        #expect(findings(vague, near: ["Manager", "Helper", "Util", "Service"], in: \.code) == [])
        #expect(
            Repository.sources.map(\.path).filter { $0.contains(/(Manager|Helpers?|Utils?|Service)\.swift$/) } == [])
    }

    @Test func `nothing is unchecked between threads without a reason beside it`() {
        let bare = Repository.sources.flatMap { source in
            source.code.indices.filter { strstr(source.code[$0], "@unchecked Sendable") != nil }
                .filter { line in source.comments[max(0, line - 6)...line].allSatisfy { $0.isEmpty } }
                .map { "\(source.path):\($0 + 1)" }
        }
        #expect(bare == [])
    }
}
