import RecruitSQLite

/// Values as a person sees them in a terminal: numbers as SQLite converts them to text, blobs as `x'00ff'`, text with
/// its controls drawn (see `TerminalCells`).
struct CellDrawing {
    private let null: [UInt8]

    init(null: String) { self.null = Array(null.utf8) }

    /// Appends what is drawn for `cell`; returns the terminal cells that it takes.
    func append(_ cell: Cell, to drawn: inout [UInt8]) -> Int {
        let before = drawn.count
        switch cell {
        case .null: return null.withUnsafeBufferPointer { TerminalCells.append($0, to: &drawn) }
        case .integer(let number):
            append(&drawn, capacity: DecimalText.capacity) { DecimalText.write(number, into: $0) }
        case .real(let number): append(&drawn, capacity: RealText.capacity) { RealText.writeText(number, into: $0) }
        case .text(let bytes): return TerminalCells.append(bytes, to: &drawn)
        case .blob(let bytes):
            drawn.append(contentsOf: [UInt8(ascii: "x"), UInt8(ascii: "'")])
            for byte in bytes {
                drawn.append(Hexadecimal.digit(byte >> 4))
                drawn.append(Hexadecimal.digit(byte))
            }
            drawn.append(UInt8(ascii: "'"))
        }
        return drawn.count - before
    }

    /// Appends what is drawn for a column's name; returns the terminal cells that it takes.
    func append(name: String, to drawn: inout [UInt8]) -> Int {
        var name = name
        return name.withUTF8 { TerminalCells.append($0, to: &drawn) }
    }

    private func append(
        _ drawn: inout [UInt8], capacity: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { space in
            guard let base = space.baseAddress else { return }
            drawn.append(contentsOf: UnsafeBufferPointer(start: base, count: write(base)))
        }
    }
}
