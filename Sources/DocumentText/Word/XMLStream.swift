internal import CXML2

/// An XML part, node by node, by libxml2's reader (xmlreader.h).
///
/// Nothing is fetched, no entity is expanded and a document type is refused: OPC forbids it (ECMA-376 part 2, 9.1.4),
/// and every attack by entities needs one. libxml2's own limits stay on: depth 256, 10 MB in one text.
struct XMLStream: ~Copyable {
    /// What the reader stands on.
    enum Node {
        case start, end, text
    }

    typealias Name = UnsafePointer<xmlChar>

    private let reader: xmlTextReaderPtr
    /// Holds the bytes that the reader points into.
    private let bytes: UnsafeMutableRawBufferPointer

    /// Copies `part` for as long as the stream lives.
    init(_ part: [UInt8]) throws(ExtractionError) {
        bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(part.count, 1), alignment: 1)
        bytes.copyBytes(from: part)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let start = UnsafePointer(bytes.bindMemory(to: CChar.self).baseAddress)
        guard let count = Int32(exactly: part.count),
            let reader = xmlReaderForMemory(start, count, nil, nil, Int32(bitPattern: options))
        else {
            bytes.deallocate()
            throw Self.damage
        }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// Returns the pointer by which this stream knows a name or a namespace, so that they compare as pointers.
    func name(_ string: String) -> Name? {
        string.withCString { text in
            text.withMemoryRebound(to: xmlChar.self, capacity: string.utf8.count + 1) {
                xmlTextReaderConstString(reader, $0)
            }
        }
    }

    /// Goes to the next node, or to the next one that is not inside the element it stands on; nil at the end.
    func next(passingOver: Bool = false) throws(ExtractionError) -> Node? {
        var result = passingOver ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
        while result == 1 {
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue: return .start
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw .damaged("the document is damaged: its XML declares a document type")
            default: result = xmlTextReaderRead(reader)
            }
        }
        guard result == 0 else { throw Self.damage }
        return nil
    }

    /// The element's name without its prefix.
    var localName: Name? { xmlTextReaderConstLocalName(reader) }

    /// The element's namespace; nil when it has none.
    var namespace: Name? { xmlTextReaderConstNamespaceUri(reader) }

    /// Whether the element is `<a/>`, of which no end is told.
    var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }

    /// Lends the bytes of the text that the stream stands on.
    func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard let text = xmlTextReaderConstValue(reader) else { return }
        body(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }

    /// Returns an attribute by its name without prefix, whatever its namespace.
    func attribute(_ name: String) -> String? {
        var value: String?
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard let found = xmlTextReaderConstLocalName(reader), let text = xmlTextReaderConstValue(reader),
                String(cString: found) == name
            else { continue }
            value = String(cString: text)
            break
        }
        xmlTextReaderMoveToElement(reader)
        return value
    }

    private static let damage = ExtractionError.damaged("the document is damaged: its XML cannot be read")
}
