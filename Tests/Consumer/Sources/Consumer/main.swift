// Uses both libraries through what is public: Consumer NEW.db
import RecruitDB
import RecruitSQLite

let path = CommandLine.arguments[1]
let database = try RecruitmentDatabase.create(at: path)
try database.positions.add(Position(slug: "phd", title: "PhD student", type: "phd"))

let connection = try Connection(path: path, access: .readOnly)
let slug = "phd"
let title = try connection.first("SELECT title FROM positions WHERE slug = \(slug)") { row in try row.text(0) }
print("a consumer reads back: \(title ?? "nothing")")
