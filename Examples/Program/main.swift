// The whole job in a program of one's own: a call and a mailbox in, applications and answers out.
//
//     swift run --package-path Examples/Program Program NEW.db CALL.json MAILBOX
import RecruitDB

guard CommandLine.arguments.count == 4 else {
    print("usage: Program NEW.db CALL.json MAILBOX")
    throw RecruitmentError(.usage, "three words are needed")
}
let words = CommandLine.arguments

let database = try RecruitmentDatabase.create(at: words[1])
try database.importCall(from: words[2], by: "hchen")
let report = try database.importMail(from: [words[3]], by: "lwei")
print("\(report.messages) messages, \(report.added["application", default: 0]) of them applications")

// Values: they are yours, and go to other threads as they please.
for position in try database.positions.all() {
    let applications = try database.applications.all(position: position.slug)
    print("\(position.title): \(applications.count)")
}

// Everybody who applies as a postdoc and whose papers say PyTorch is looked at first.
for hit in try database.search("pytorch", position: "postdoc", limit: 3) {
    print("\(hit.name ?? hit.person), \(hit.filename ?? "a paper"), page \(hit.page): \(hit.line)")
    for ref in hit.applications where try database.applications.find(ref)?.stage == "received" {
        try database.applications.move(ref, to: "screening", by: "lwei")
    }
}
for application in try database.applications.all(stage: "screening") {
    let name = try database.applicants.find(application.applicant)?.name ?? application.applicant
    let steps = try database.applications.history(of: application.ref).map(\.to).joined(separator: " -> ")
    print("\(application.ref) \(name): \(steps)")
}

// The schema refuses what the lab's rules do not allow, and says what they do.
if let first = try database.applications.all(stage: "received").first {
    do {
        try database.applications.move(first.ref, to: "started", by: "lwei")
    } catch let error as RecruitmentError {
        print("refused: \(error.message)")
    }
}

// The same mailbox again changes nothing.
print("again: \(try database.importMail(from: [words[3]], by: "lwei").lines[0])")
