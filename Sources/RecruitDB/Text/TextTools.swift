/// The programs that make text of papers.
enum TextTools {
    /// Those that are not installed, and what to do.
    static func missing() -> [(name: String, advice: String)] {
        guard let program = ExtractionProgram.find() else {
            return [
                (ExtractionProgram.name, "put it beside recruitdb, or into a folder of PATH: make install does both")
            ]
        }
        let answers = program.probe()
        if answers.isEmpty {
            return [(ExtractionProgram.name, "\(program.path) does not run; install the one that came with recruitdb")]
        }
        let packages = ["pdftotext": "poppler-utils", "poppler-data": "poppler-data"]
        return ["pdftotext", "poppler-data"].compactMap { name in
            guard let answer = answers[name], answer.hasPrefix("missing") else { return nil }
            let advice = answer.split(separator: ":", maxSplits: 1).dropFirst().first.map {
                String($0.drop { $0 == " " })
            }
            return (name, advice ?? "install \(packages[name] ?? name)")
        }
    }
}
