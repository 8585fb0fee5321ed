import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// A program that does everything there is to do with spoiled files: HostileRun FOLDER FIRST STEP
// It takes each STEPth case from FIRST on. It says `case N NAME` before each, `slow ...` for a call that takes longer than
// it may, `cases N` at its end. A trap or a case without an end ends it with a signal.

let words = CommandLine.arguments
guard words.count == 4, let first = Int(words[2]), let step = Int(words[3]), step > 0 else { exit(64) }

var cases: [(name: String, sample: Sample, harm: Sample.Harm)] = []
for encoding in ["UTF-8", "UTF-16le"] {
    let sample = try Sample(encoding: encoding)
    cases += sample.harms.map { ("\(encoding): \($0.name)", sample, $0) }
}
alarm(60)
// What is not spoiled must answer, else the rest proves nothing.
let whole = Exercise(folder: words[1], bytes: cases[0].sample.bytes)
await whole.run()
say("answers \(whole.answers.count) of \(whole.calls)")
for name in whole.refusals { say("refused \(name)") }
for index in stride(from: first, to: cases.count, by: step) {
    say("case \(index) \(cases[index].name)")
    alarm(60)
    await Exercise(folder: words[1], bytes: cases[index].harm.done(to: cases[index].sample.bytes)).run()
}
say("cases \(cases.count)")
