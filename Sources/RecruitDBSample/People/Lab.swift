/// Someone of the lab, as the example call names them.
struct LabMember {
    let name: String
    let address: String

    var mailbox: MailAddress { MailAddress(name: name, address: address) }
    /// The first name that a letter is signed with.
    var signature: String { String(name.prefix { $0 != " " }) }
}

/// The lab that the mail goes to.
enum Lab {
    static let professor = LabMember(name: "Hao Chen", address: "jhc@ust.hk")
    static let members = [
        professor,
        LabMember(name: "Lin Wei", address: "lin.wei@smartlab.example.edu"),
        LabMember(name: "Marta Rossi", address: "marta.rossi@smartlab.example.edu"),
        LabMember(name: "Dev Patel", address: "dev.patel@smartlab.example.edu"),
    ]
    static let list = MailAddress(name: "Smart Lab", address: "smartlab@smartlab.example.edu")
    static let listIdentifier = "Smart Lab <smartlab.smartlab.example.edu>"

    /// Draws a member; the professor and the one who looks after the data write most.
    static func member(_ random: inout RandomSource) -> LabMember { members[random.weighted([40, 40, 10, 10])] }
}
