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
        case .integer(let number): append(decimal: number, to: &drawn)
        case .real(let number):
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RealText.capacity) { space in
                guard let base = space.baseAddress else { return }
                let count = RealText.writeText(number, into: base)
                drawn.append(contentsOf: space[..<count])
            }
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

    private func append(decimal number: Int64, to drawn: inout [UInt8]) {
        var rest = number.magnitude
        let start = drawn.count + (number < 0 ? 1 : 0)
        if number < 0 { drawn.append(UInt8(ascii: "-")) }
        repeat {
            drawn.append(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        drawn[start...].reverse()
    }
}
