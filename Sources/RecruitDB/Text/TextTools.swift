/// The programs that make text of papers.
enum TextTools {
    /// Those that are not installed, and what to do.
    static func missing() -> [(name: String, advice: String)] { [] }
}
