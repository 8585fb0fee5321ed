/// The row that every measurement writes and reads: ten columns, of text above all.
struct Person: Equatable {
    var id: Int
    var given: String
    var family: String
    var email: String
    var city: String
    var reference: String
    var year: Int
    var score: Int
    var average: Double
    var note: String?

    static let table = """
        CREATE TABLE people (
            id INTEGER PRIMARY KEY, given TEXT NOT NULL, family TEXT NOT NULL, email TEXT NOT NULL, city TEXT NOT NULL,
            reference TEXT NOT NULL, year INTEGER NOT NULL, score INTEGER NOT NULL, average REAL NOT NULL, note TEXT
        ) STRICT
        """
    static let insert = "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    static let all =
        "SELECT id, given, family, email, city, reference, year, score, average, note FROM people"
    static let one =
        "SELECT id, given, family, email, city, reference, year, score, average, note FROM people WHERE id = ?"

    static func invented(_ count: Int) -> [Person] {
        let cities = ["Hong Kong", "Shenzhen", "Zürich", "北京", "Guangzhou"]
        return (1...count).map { number in
            Person(
                id: number, given: "Given\(number % 977)", family: "Family\(number % 3571)",
                email: "person.\(number)@students.example.edu", city: cities[number % 5],
                reference: "R-2026-\(number)-abcdef", year: 2020 + number % 7, score: number % 101,
                average: Double(number % 400) / 100,
                note: number % 3 == 0 ? "A note about person \(number), long enough to be on the heap." : nil)
        }
    }
}
