extension ListingFormat {
    /// The format that the ending of a file's name stands for, nil when it stands for none; case does not matter.
    ///
    /// `.csv .tsv .json .ndjson .jsonl .md .html .sql .xlsx .txt`; `.sql` is insert and `.txt` a box.
    public init?(endingOf path: String) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[point...].dropFirst().lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        case "sql": self = .insert
        case "xlsx": self = .xlsx
        case "txt": self = .box
        default: return nil
        }
    }
}
