/// The addresses of the lab: who is of it, and which lists are its own.
struct Laboratory: Sendable {
    private let members: Set<String>
    private let addresses: Set<String>

    /// Takes the members' addresses, and the lab's other addresses and lists.
    init(members: [String], addresses: [String]) {
        self.members = Set(members.map(Self.folded))
        self.addresses = Set(addresses.map(Self.folded))
    }

    func isMember(_ address: String) -> Bool {
        members.contains(Self.folded(address))
    }

    /// An address or list of the lab that is nobody's own.
    func isLabAddress(_ address: String) -> Bool {
        addresses.contains(Self.folded(address))
    }

    func isOfLab(_ address: String) -> Bool {
        isMember(address) || isLabAddress(address)
    }

    /// Whether a List-Id (RFC 2919) is that of a list of the lab: `<lab.example.org>` is `lab@example.org`.
    func isOwnList(_ listID: String) -> Bool {
        let folded = Self.folded(listID)
        let identifier = folded.utf8.lastIndex(of: 0x3C).map { folded[folded.utf8.index(after: $0)...] } ?? folded[...]
        let name = String(identifier.prefix { $0 != ">" && $0 != " " })
        guard !name.isEmpty else { return false }
        return addresses.contains { address in
            address == name || String(decoding: address.utf8.map { $0 == 0x40 ? 0x2E : $0 }, as: UTF8.self) == name
        }
    }

    /// Addresses compare without case and white space around them.
    static func folded(_ address: String) -> String {
        var view = Substring(NormalizedText.folded(address)).unicodeScalars
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
