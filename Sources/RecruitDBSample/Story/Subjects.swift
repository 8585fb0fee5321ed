/// The subjects of applications: exactly one position, and whether they say that someone applies.
enum Subjects {
    struct Subject {
        let text: String
        /// True when the subject holds an apply word.
        let applies: Bool
    }

    /// Draws a subject; `intake` is the intake as written, where the subject states it.
    static func application(
        _ position: Position, _ person: Person, intake: String?, _ random: inout RandomSource
    ) -> Subject {
        person.script.isChinese && random.chance(perMille: person.writesChinese ? 850 : 200)
            ? chinese(position, person, intake, &random) : english(position, person, intake, &random)
    }

    private static func english(
        _ position: Position, _ person: Person, _ intake: String?, _ random: inout RandomSource
    ) -> Subject {
        let word = random.pick(position.englishKeywords)
        let name = person.latinName
        let school = person.institution.name
        let (text, applies) = random.pick([
            ("Application for \(word) position", true),
            ("Application for the \(word) position - \(name)", true),
            ("\(word) application - \(name)", true),
            ("\(word) Application: \(name), \(school)", true),
            ("[\(word) Application] \(name)", true),
            ("Apply for \(word) position", true),
            ("I would like to apply for a \(word) position", true),
            ("Applying for \(word) position | \(name)", false),
            ("Prospective \(word) - \(name)", false),
            ("\(word) position in medical image analysis", false),
            ("\(name) - \(word) candidate", false),
            ("Interested in the \(word) opening, \(school)", false),
            ("\(word) application from an international candidate", true),
            ("Aplication for \(word) postion", false),
        ])
        guard let intake else { return Subject(text: text, applies: applies) }
        return Subject(text: text + random.pick([" (\(intake))", ", \(intake)", " - \(intake)"]), applies: applies)
    }

    private static func chinese(
        _ position: Position, _ person: Person, _ intake: String?, _ random: inout RandomSource
    ) -> Subject {
        let traditional = person.script == .traditional
        let apply = traditional ? "申請" : "申请"
        let word = random.pick(position.chineseKeywords(person.script))
        let name = person.nativeName ?? person.latinName
        let school = person.institution.nativeName ?? person.institution.name
        let tail = intake.map { "-\($0)" } ?? ""
        let (text, applies) = random.pick([
            ("【\(word)\(apply)】\(name)-\(school)\(tail)", true),
            ("\(apply)\(word)-\(name)\(tail)", true),
            ("\(word)\(apply)_\(name)_\(school)\(tail)", true),
            ("\(name)\(word)\(apply)材料\(tail)", true),
            ("［\(word)\(apply)］\(name)\(tail)", true),
            (traditional ? "\(word)\(apply)：\(name)\(tail)" : "应聘\(word)：\(name)\(tail)", true),
            ("\(school)\(name)-\(word)\(tail)", false),
            ("陈老师您好，\(name)\(apply)\(word)\(tail)", true),
        ])
        return Subject(text: traditional ? text.replacing("陈老师", "陳老師") : text, applies: applies)
    }
}

extension String {
    /// Returns the string with each occurrence of one text replaced.
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        guard let first = old.unicodeScalars.first, unicodeScalars.contains(first) else { return self }
        var result = ""
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(old) {
                result += new
                rest = rest.dropFirst(old.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }
}
