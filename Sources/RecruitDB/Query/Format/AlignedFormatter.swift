import RecruitSQLite

/// Columns of equal width in a frame: numbers at the right, text at the left, names over them.
///
/// Rows wait in a window of bounded size until their widths are known; a result beyond it is drawn window by window,
/// and where a later one needs more room the frame is closed and drawn anew, so that every frame is straight and
/// nothing is cut that `width` does not cut.
struct AlignedFormatter: RowFormatter {
    /// A drawn cell in the window: its bytes, and twice the terminal cells that it takes, plus one for a number.
    private struct DrawnCell {
        let count: UInt32
        private let shape: UInt32

        init(count: Int, width: Int, isNumber: Bool) {
            self.count = UInt32(clamping: count)
            shape = UInt32(clamping: width) << 1 | (isNumber ? 1 : 0)
        }

        var width: Int { Int(shape >> 1) }
        var isNumber: Bool { shape & 1 == 1 }
    }

    private let frame: Frame
    /// The most bytes that wait.
    private let windowSize: Int
    private let hasHeader: Bool
    private let limit: Int?
    private let drawing: CellDrawing
    private var names: [(bytes: [UInt8], width: Int)] = []
    private var drawn: [UInt8] = []
    private var cells: [DrawnCell] = []
    /// By column, over all windows so far.
    private var natural: [Int] = []
    private var hasNumber: [Bool] = []
    private var hasText: [Bool] = []
    /// The widths of the frame that is open, nil before the first.
    private var open: [Int]?

    init(_ style: ListingStyle, frame: Frame, windowSize: Int = 16 << 20) {
        self.frame = frame
        self.windowSize = windowSize
        hasHeader = style.hasHeader
        limit = style.width
        drawing = CellDrawing(null: style.null)
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        for column in columns {
            var bytes: [UInt8] = []
            let width = drawing.append(name: column, to: &bytes)
            names.append((bytes, width))
            natural.append(hasHeader ? max(1, width) : 1)
        }
        hasNumber = Array(repeating: false, count: columns.count)
        hasText = hasNumber
    }

    mutating func row(_ row: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for index in row.indices where index < natural.count {
            let start = drawn.count
            let width = drawing.append(row[index], to: &drawn)
            var isNumber = false
            switch row[index] {
            case .null: break
            case .integer, .real:
                isNumber = true
                hasNumber[index] = true
            case .text, .blob: hasText[index] = true
            }
            if width > natural[index] { natural[index] = width }
            cells.append(DrawnCell(count: drawn.count - start, width: width, isNumber: isNumber))
        }
        if drawn.count &+ cells.count &* MemoryLayout<DrawnCell>.stride > windowSize { flush(into: &output) }
    }

    mutating func end(into output: inout OutputBuffer) {
        if !cells.isEmpty || (open == nil && hasHeader && !names.isEmpty) { flush(into: &output) }
        if let open { draw(frame.bottom, open, into: &output) }
    }

    /// Draws the rows that wait.
    private mutating func flush(into output: inout OutputBuffer) {
        let frameCells = frame.sides + frame.gap * max(0, natural.count - 1)
        let widths = limit.map { ColumnWidths.fitting(natural, into: $0 - frameCells) } ?? natural
        if open != widths { openFrame(widths, into: &output) }
        drawn.withUnsafeBufferPointer { bytes in
            var start = 0
            var index = 0
            while index < cells.count {
                for (column, width) in widths.enumerated() {
                    output.append(literal: column == 0 ? frame.left : frame.between)
                    let cell = cells[index]
                    let end = start + Int(cell.count)
                    draw(
                        UnsafeBufferPointer(rebasing: bytes[start..<end]), cell.width, in: width,
                        atRight: cell.isNumber, into: &output)
                    start = end
                    index += 1
                }
                output.append(literal: frame.right)
                output.append(UInt8(ascii: "\n"))
            }
        }
        drawn.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    /// Closes the frame that is open and draws the top of one with `widths`.
    private mutating func openFrame(_ widths: [Int], into output: inout OutputBuffer) {
        if let open { draw(frame.bottom, open, into: &output) }
        open = widths
        draw(frame.top, widths, into: &output)
        guard hasHeader else { return }
        for (column, width) in widths.enumerated() {
            output.append(literal: column == 0 ? frame.left : frame.between)
            let name = names[column]
            name.bytes.withUnsafeBufferPointer {
                draw($0, name.width, in: width, atRight: hasNumber[column] && !hasText[column], into: &output)
            }
        }
        output.append(literal: frame.right)
        output.append(UInt8(ascii: "\n"))
        if !cells.isEmpty || frame.top == nil { draw(frame.middle, widths, into: &output) }
    }

    private func draw(_ rule: Frame.Rule?, _ widths: [Int], into output: inout OutputBuffer) {
        guard let rule else { return }
        for (column, width) in widths.enumerated() {
            output.append(literal: column == 0 ? rule.left : rule.cross)
            for _ in 0..<width { output.append(literal: rule.fill) }
        }
        output.append(literal: rule.right)
        output.append(UInt8(ascii: "\n"))
    }

    /// Draws `bytes`, which take `width` cells, in a column of `room` cells.
    private func draw(
        _ bytes: UnsafeBufferPointer<UInt8>, _ width: Int, in room: Int, atRight: Bool,
        into output: inout OutputBuffer
    ) {
        guard width > room else {
            if atRight { pad(room - width, &output) }
            output.append(bytes)
            if !atRight { pad(room - width, &output) }
            return
        }
        let kept = TerminalCells.prefix(bytes, fitting: room - 1)
        output.append(UnsafeBufferPointer(rebasing: bytes[..<kept.count]))
        output.append(literal: "…")
        pad(room - 1 - kept.cells, &output)
    }

    private func pad(_ count: Int, _ output: inout OutputBuffer) {
        guard count > 0 else { return }
        for _ in 0..<count { output.append(UInt8(ascii: " ")) }
    }
}
