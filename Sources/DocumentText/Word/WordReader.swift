/// Walks one XML part of a DOCX and tells a `WordFlow` what it meets.
struct WordReader: ~Copyable {
    private let stream: XMLStream
    private let elements: [XMLStream.Name: WordElement]
    private let namespaces: [XMLStream.Name: WordNamespace]
    private var flow = WordFlow()
    private var isInText = false
    private var isInParagraphProperties = false
    /// For each open AlternateContent: how much had been read before its first choice.
    private var alternatives: [Int?] = []

    /// Returns the text of a part; throws status 65 when its XML is damaged or is no Word document.
    static func text(of part: [UInt8]) throws(ExtractionError) -> [UInt8] {
        var reader = try WordReader(part)
        return try reader.read()
    }

    private init(_ part: [UInt8]) throws(ExtractionError) {
        let stream = try XMLStream(part)
        var elements: [XMLStream.Name: WordElement] = [:]
        for element in WordElement.allCases {
            if let name = stream.name(element.rawValue) { elements[name] = element }
        }
        var namespaces: [XMLStream.Name: WordNamespace] = [:]
        for namespace in WordNamespace.allCases {
            for address in namespace.addresses {
                if let name = stream.name(address) { namespaces[name] = namespace }
            }
        }
        self.stream = stream
        self.elements = elements
        self.namespaces = namespaces
    }

    private mutating func read() throws(ExtractionError) -> [UInt8] {
        var passesOver = false
        var isFirst = true
        while let node = try stream.next(passingOver: passesOver) {
            passesOver = false
            if isFirst, node == .start, stream.namespace.flatMap({ namespaces[$0] }) != .word {
                throw .damaged("the document is damaged: its XML is not WordprocessingML")
            }
            isFirst = false
            switch node {
            case .text:
                if isInText { stream.withText { flow.append($0) } }
            case .end:
                if let element = element() { end(element) }
            case .start:
                guard let element = element() else { continue }
                let isEmpty = stream.isEmptyElement
                passesOver = !start(element) && !isEmpty
                if isEmpty { end(element) }
            }
        }
        return flow.finish()
    }

    /// The element that the stream stands on, when it is one of those that matter.
    private func element() -> WordElement? {
        guard let name = stream.localName, let element = elements[name],
            let address = stream.namespace, let namespace = namespaces[address]
        else { return nil }
        return switch (namespace, element) {
        case (.compatibility, .alternateContent), (.compatibility, .choice), (.compatibility, .fallback): element
        case (.word, .alternateContent), (.word, .choice), (.word, .fallback): nil
        case (.word, _): element
        case (.math, .t): element
        default: nil
        }
    }

    /// Handles the start of an element; false when all that is in it is to be passed over.
    private mutating func start(_ element: WordElement) -> Bool {
        if element.isPassedOver { return false }
        switch element {
        case .p: flow.beginParagraph()
        case .pPr: isInParagraphProperties = true
        case .pageBreakBefore: if isOn("val") { flow.breakPage() }
        case .sectPr: if isInParagraphProperties { flow.breaksPageAfterParagraph = true }
        case .type: if stream.attribute("val") == "continuous" { flow.breaksPageAfterParagraph = false }
        case .t: isInText = true
        case .tab, .ptab: flow.append(UInt8(ascii: "\t"))
        case .br: if stream.attribute("type") == "page" { flow.breakPage() } else { flow.append(UInt8(ascii: "\n")) }
        case .cr: flow.append(UInt8(ascii: "\n"))
        case .noBreakHyphen: flow.append(UInt8(ascii: "-"))
        case .sym: appendSymbol()
        case .lastRenderedPageBreak: flow.breakPage()
        case .tbl: flow.beginTable()
        case .tr: flow.beginRow()
        case .tc: flow.beginCell()
        case .txbxContent: flow.beginBox()
        case .alternateContent: alternatives.append(nil)
        case .choice: return takes(choice: true)
        case .fallback: return takes(choice: false)
        default: break
        }
        return true
    }

    private mutating func end(_ element: WordElement) {
        switch element {
        case .p: flow.endParagraph()
        case .pPr: isInParagraphProperties = false
        case .t: isInText = false
        case .tbl: flow.endTable()
        case .tr: flow.endRow()
        case .txbxContent: flow.endBox()
        case .alternateContent: _ = alternatives.popLast()
        default: break
        }
    }

    /// The first choice counts, and the fallback only where that gave no text, so that a text box comes once.
    private mutating func takes(choice: Bool) -> Bool {
        guard let last = alternatives.indices.last else { return true }
        guard let before = alternatives[last] else {
            alternatives[last] = flow.ink
            return true
        }
        return !choice && before == flow.ink
    }

    /// Whether a property that may be switched off by its value is on (ECMA-376 part 1, 17.17.4).
    private func isOn(_ attribute: String) -> Bool {
        !["false", "0", "off"].contains(stream.attribute(attribute))
    }

    /// A character of a named font: left out when its number is one of a symbol font's own, which say nothing
    /// without that font (0x00 to 0xFF, or the same from 0xF000 on; ECMA-376 part 1, 17.3.3.30).
    private mutating func appendSymbol() {
        guard let hex = stream.attribute("char"), let number = UInt32(hex, radix: 16), number > 0xFF,
            !(0xE000...0xF8FF ~= number), let scalar = Unicode.Scalar(number)
        else { return }
        Array(String(Character(scalar)).utf8).withUnsafeBufferPointer { flow.append($0) }
    }
}
