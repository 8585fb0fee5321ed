/// A position of the example call that mail can name.
enum Position: String {
    case phd = "phd"
    case postdoc = "postdoc"
    case researchAssistant = "research-assistant"
    case intern = "intern"
    case visitingScholar = "visiting-scholar"

    var slug: String { rawValue }

    static let all: [Position] = [.phd, .postdoc, .researchAssistant, .intern, .visitingScholar]

    /// Draws a position; half of the mail is for the PhD.
    static func drawn(_ random: inout RandomSource) -> Position { all[random.weighted([48, 13, 14, 14, 11])] }

    /// The ways in which English subjects name the position.
    var englishKeywords: [String] {
        switch self {
        case .phd: ["PhD", "PhD", "Ph.D.", "PHD", "Phd", "doctoral", "Ph. D."]
        case .postdoc: ["Postdoc", "Postdoctoral Fellow", "post-doc", "Postdoctoral Researcher", "postdoctoral"]
        case .researchAssistant: ["Research Assistant", "RA", "research assistant", "R.A."]
        case .intern: ["internship", "Intern", "research internship", "summer internship"]
        case .visitingScholar: ["Visiting Scholar", "visiting researcher", "visiting student", "Visiting Fellow"]
        }
    }

    /// The ways in which Chinese subjects name the position.
    func chineseKeywords(_ script: Script) -> [String] {
        let traditional = script == .traditional
        return switch self {
        case .phd: traditional ? ["博士", "PhD"] : ["博士", "直博", "PhD", "ＰｈＤ", "Ph.D."]
        case .postdoc: traditional ? ["博士後"] : ["博士后", "博后"]
        case .researchAssistant: traditional ? ["研究助理"] : ["研究助理", "科研助理", "RA岗位"]
        case .intern: traditional ? ["實習", "實習生"] : ["实习", "实习生", "暑期实习"]
        case .visitingScholar: traditional ? ["訪問學者", "訪問學生"] : ["访问学者", "访学", "访问学生", "联合培养"]
        }
    }

    /// The position's name inside an English letter.
    var englishName: String {
        switch self {
        case .phd: "PhD"
        case .postdoc: "postdoctoral fellow"
        case .researchAssistant: "research assistant"
        case .intern: "research intern"
        case .visitingScholar: "visiting scholar"
        }
    }

    /// The position's name inside a Chinese letter.
    func chineseName(_ script: Script) -> String {
        chineseKeywords(script == .traditional ? .traditional : .simplified)[0]
    }
}

/// An intake that a mail states.
enum StatedIntake: Equatable {
    case spring2027, fall2027
    /// A year that the call does not have.
    case unknown(spring: Bool, year: Int)

    /// The intake's code in the call; nil for one that the call lacks.
    var code: String? {
        switch self {
        case .spring2027: "2027-spring"
        case .fall2027: "2027-fall"
        case .unknown: nil
        }
    }

    private var season: (spring: Bool, year: Int) {
        switch self {
        case .spring2027: (true, 2027)
        case .fall2027: (false, 2027)
        case .unknown(let spring, let year): (spring, year)
        }
    }

    /// Draws a way of writing the intake.
    func written(chinese: Bool, _ random: inout RandomSource) -> String {
        let (spring, year) = season
        let word = spring ? "Spring" : random.chance(perMille: 850) ? "Fall" : "Autumn"
        let english = [
            "\(word) \(year)", "\(word) \(year)", "\(year) \(word)", "\(year % 100)\(spring ? word : "Fall")",
        ]
        let native = spring ? "春" : "秋"
        let han = [
            "\(year)\(native)季", "\(year)年\(native)季", "\(year)\(native)", "\(year % 100)\(spring ? "Spring" : "Fall")",
        ]
        return random.pick(chinese ? han : english)
    }

    /// Draws an intake; most people mean the next fall.
    static func drawn(_ random: inout RandomSource) -> StatedIntake {
        switch random.below(100) {
        case 0..<70: .fall2027
        case 70..<94: .spring2027
        default: .unknown(spring: random.chance(perMille: 300), year: random.within(2030, 2033))
        }
    }
}
