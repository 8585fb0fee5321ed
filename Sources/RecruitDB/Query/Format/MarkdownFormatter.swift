import RecruitSQLite

/// A pipe table of GitHub's Markdown, streamed: its columns are not padded.
///
/// Inside a value `|` and `\` are escaped by a backslash, `<` and `&` are entities, and a line break is `<br>`, so that
/// data can make neither columns nor markup; other controls are drawn as in a box.
struct MarkdownFormatter: RowFormatter {
    private let drawing: CellDrawing
    private var drawn: [UInt8] = []

    init(_ style: ListingStyle) { drawing = CellDrawing(null: style.null) }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        for column in columns {
            _ = drawing.append(name: column, to: &drawn)
            appendDrawn(to: &output)
        }
        output.append(literal: "|\n")
        for _ in columns { output.append(literal: "| --- ") }
        output.append(literal: "|\n")
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for cell in cells {
            _ = drawing.append(cell, to: &drawn)
            appendDrawn(to: &output)
        }
        output.append(literal: "|\n")
    }

    mutating func end(into output: inout OutputBuffer) {}

    private mutating func appendDrawn(to output: inout OutputBuffer) {
        output.append(literal: "| ")
        var index = 0
        while index < drawn.count {
            let byte = drawn[index]
            switch byte {
            case UInt8(ascii: "|"): output.append(literal: "\\|")
            case UInt8(ascii: "\\"): output.append(literal: "\\\\")
            case UInt8(ascii: "<"): output.append(literal: "&lt;")
            case UInt8(ascii: "&"): output.append(literal: "&amp;")
            case 0xE2 where drawn[index...].starts(with: [0xE2, 0x86, 0xB5]):
                output.append(literal: "<br>")
                index += 2
            default: output.append(byte)
            }
            index += 1
        }
        output.append(UInt8(ascii: " "))
        drawn.removeAll(keepingCapacity: true)
    }
}
