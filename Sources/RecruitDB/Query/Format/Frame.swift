/// What an aligned format draws around and between its columns.
struct Frame {
    /// A horizontal line: its ends, what fills it, and where it crosses the space between two columns.
    struct Rule {
        let left: StaticString
        let fill: StaticString
        let cross: StaticString
        let right: StaticString
    }

    let top: Rule?
    let middle: Rule?
    let bottom: Rule?
    let left: StaticString
    let between: StaticString
    let right: StaticString
    /// The terminal cells of `left` and `right` together, and of each `between`.
    let sides: Int
    let gap: Int

    /// Lines of Unicode's box drawing block.
    static var box: Frame {
        Frame(
            top: Rule(left: "┌─", fill: "─", cross: "─┬─", right: "─┐"),
            middle: Rule(left: "├─", fill: "─", cross: "─┼─", right: "─┤"),
            bottom: Rule(left: "└─", fill: "─", cross: "─┴─", right: "─┘"),
            left: "│ ", between: " │ ", right: " │", sides: 4, gap: 3)
    }

    /// Lines of ASCII.
    static var table: Frame {
        let rule = Rule(left: "+-", fill: "-", cross: "-+-", right: "-+")
        return Frame(
            top: rule, middle: rule, bottom: rule, left: "| ", between: " | ", right: " |", sides: 4, gap: 3)
    }

    /// No lines but one under the names.
    static var column: Frame {
        Frame(
            top: nil, middle: Rule(left: "", fill: "-", cross: "  ", right: ""), bottom: nil,
            left: "", between: "  ", right: "", sides: 0, gap: 2)
    }
}

/// How wide the columns of an aligned format become.
enum ColumnWidths {
    /// The `natural` widths, the widest cut down evenly until their sum is at most `available`; none falls below one.
    static func fitting(_ natural: [Int], into available: Int) -> [Int] {
        let total = natural.reduce(0) { $0 &+ $1 }
        guard total > available else { return natural }
        var room = max(available, natural.count)
        var widths = natural
        let order = natural.indices.sorted { natural[$0] < natural[$1] }
        for (rank, column) in order.enumerated() {
            let left = order.count - rank
            let share = (room + left - 1) / left
            widths[column] = max(1, min(natural[column], share))
            room -= widths[column]
        }
        return widths
    }
}
