#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SQL {
    /// Where in memory the text of a statement stands that has one literal and perhaps a parameter behind it.
    struct Place: Equatable {
        let start: UnsafePointer<UInt8>
        let count: Int
        let endsWithParameter: Bool
    }

    /// The place of the text; nil where it is made of more parts, or so short that it stands in no place of its own.
    @inline(__always)
    var place: Place? {
        guard rest.isEmpty else { return nil }
        let endsWithParameter: Bool
        switch first {
        case .text: return nil
        case .parameter: endsWithParameter = true
        case .value, nil: endsWithParameter = false
        }
        let place = head.utf8.withContiguousStorageIfAvailable { utf8 -> Place? in
            // Up to 15 bytes stand in the String itself, which is copied about.
            guard let start = utf8.baseAddress, utf8.count > 15 else { return nil }
            return Place(start: start, count: utf8.count, endsWithParameter: endsWithParameter)
        }
        return place ?? nil
    }

    /// A hash of the text's bytes; texts are compared too, so that it need not resist anyone.
    var hash: UInt64 {
        var hash = Self.hash(head, into: UInt64(truncatingIfNeeded: rest.count))
        forEachPiece { piece in
            switch piece {
            case .text(let part): hash = Self.hash(part, into: hash)
            case .parameter: hash = Self.mix(hash, UInt64(UInt8(ascii: "?")))
            case .value: break
            }
        }
        return hash
    }

    /// Whether the statement's text is `text`, without joining it.
    func hasText(_ text: String) -> Bool {
        let isEqual = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return false }
            let end = start + bytes.count
            guard var place = Self.skip(head, at: start, before: end) else { return false }
            var isEqual = true
            forEachPiece { piece in
                switch piece {
                case .text(let part):
                    guard isEqual, let next = Self.skip(part, at: place, before: end) else { return isEqual = false }
                    place = next
                case .parameter:
                    guard place < end, place.pointee == UInt8(ascii: "?") else { return isEqual = false }
                    place += 1
                case .value: break
                }
            }
            return isEqual && place == end
        }
        return isEqual ?? (self.text == text)
    }

    /// The place behind `part`, where the bytes from `place` on begin with it.
    @inline(__always)
    private static func skip(
        _ part: String, at place: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8>? {
        let next: UnsafePointer<UInt8>?? = part.utf8.withContiguousStorageIfAvailable { part in
            guard part.count <= end - place else { return nil }
            guard let start = part.baseAddress else { return place }
            return memcmp(start, place, part.count) == 0 ? place + part.count : nil
        }
        return next ?? nil
    }

    /// Mixes the bytes in, eight at a time.
    private static func hash(_ text: String, into start: UInt64) -> UInt64 {
        let hash = text.utf8.withContiguousStorageIfAvailable { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            var hash = mix(start, UInt64(truncatingIfNeeded: bytes.count))
            var offset = 0
            while offset &+ 8 <= bytes.count {
                hash = mix(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset &+= 8
            }
            var rest: UInt64 = 0
            while offset < bytes.count {
                rest = rest << 8 | UInt64(bytes[offset])
                offset &+= 1
            }
            return mix(hash, rest)
        }
        return hash ?? start
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
