/// How a mail program writes: its charset, its encodings and its ways with names of files.
struct MailStyle {
    enum HeaderEncoding { case base64, quoted, raw }
    enum BodyEncoding { case eightBit, base64, quotedPrintable }
    enum FilenameEncoding { case extended, continued, encodedWord, raw }

    var charset: Charset = .utf8
    var header: HeaderEncoding = .base64
    var body: BodyEncoding = .quotedPrintable
    var filename: FilenameEncoding = .extended
    /// Minutes east of Greenwich.
    var zone = 480
    var mailer: String?

    /// Draws the style of a program that such a person may use.
    static func drawn(_ script: Script, _ random: inout RandomSource) -> MailStyle {
        var style = MailStyle()
        switch script {
        case .simplified:
            style.charset = [.utf8, .gb18030, .gbk, .gb2312][random.weighted([50, 20, 15, 15])]
        case .traditional: style.charset = random.chance(perMille: 450) ? .big5 : .utf8
        case .korean:
            style.charset = random.chance(perMille: 300) ? .eucKR : .utf8
            style.zone = 540
        case .accented:
            style.charset = random.chance(perMille: 500) ? .latin1 : .utf8
            style.zone = random.pick([0, 60, 120, -180, -240])
        case .plain: style.zone = random.pick([0, 60, 120, 330, 480, -300, -480])
        }
        style.header = [.base64, .quoted, .raw][random.weighted([65, 25, 10])]
        style.body = [.base64, .quotedPrintable, .eightBit][random.weighted([40, 35, 25])]
        style.filename = [.extended, .continued, .encodedWord, .raw][random.weighted([35, 15, 40, 10])]
        style.mailer = random.pick(mailers)
        return style
    }

    private static let mailers: [String?] = [
        nil, nil, "Foxmail 7.2.25.228[cn]", "QQMail 2.x", "Apple Mail (2.3774.600.62)", "Microsoft Outlook 16.0",
        "Coremail Webmail Server Version XT6.0.6",
    ]
}
