/// An address with the phrase that stands before it.
struct MailAddress: Equatable {
    var name: String?
    var address: String
}
