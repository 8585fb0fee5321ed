/// An invented university.
struct Institution {
    let name: String
    let nativeName: String?
    let domain: String
}

/// The stock of invented universities.
enum Institutions {
    /// Returns the universities where people of that script study.
    static func all(for script: Script) -> [Institution] {
        switch script {
        case .simplified: simplified
        case .traditional: traditional
        case .korean: korean
        case .accented, .plain: elsewhere
        }
    }

    private static let simplified = [
        Institution(name: "Linhai University", nativeName: "临海大学", domain: "linhai.example.edu"),
        Institution(name: "Eastlake University of Technology", nativeName: "东湖理工大学", domain: "elut.example.edu"),
        Institution(name: "Northern Plains University", nativeName: "北原大学", domain: "npu.example.edu"),
        Institution(name: "Qingshan Medical University", nativeName: "青山医科大学", domain: "qsmu.example.edu"),
        Institution(name: "South River University", nativeName: "南江大学", domain: "sru.example.edu"),
        Institution(name: "Yunling Institute of Science", nativeName: "云岭科技学院", domain: "yis.example.edu"),
    ]
    private static let traditional = [
        Institution(name: "Harbour City University", nativeName: "海港城市大學", domain: "hcu.example.edu"),
        Institution(name: "Jade Mountain University", nativeName: "玉峰大學", domain: "jmu.example.edu"),
        Institution(name: "Lion Rock Polytechnic", nativeName: "獅山理工大學", domain: "lrp.example.edu"),
    ]
    private static let korean = [
        Institution(name: "Han River University", nativeName: "한강대학교", domain: "hru.example.edu"),
        Institution(name: "Namsan Institute of Technology", nativeName: "남산과학기술원", domain: "nit.example.edu"),
    ]
    private static let elsewhere = [
        Institution(name: "University of Westmarch", nativeName: nil, domain: "westmarch.example.edu"),
        Institution(name: "Universidad del Valle Alto", nativeName: nil, domain: "uva.example.edu"),
        Institution(name: "Technische Hochschule Waldsee", nativeName: nil, domain: "thw.example.edu"),
        Institution(name: "Université des Deux Rives", nativeName: nil, domain: "deuxrives.example.edu"),
        Institution(name: "Deccan Institute of Engineering", nativeName: nil, domain: "die.example.edu"),
        Institution(name: "Port Albert University", nativeName: nil, domain: "portalbert.example.edu"),
        Institution(name: "Fjordby University", nativeName: nil, domain: "fjordby.example.edu"),
        Institution(name: "Kariba Technical University", nativeName: nil, domain: "kariba.example.edu"),
    ]
}
