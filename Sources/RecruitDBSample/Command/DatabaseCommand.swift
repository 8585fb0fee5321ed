import RecruitDB

/// Runs `recruitdb-sample database`.
enum DatabaseCommand {
    /// Writes the database and its folder of papers.
    static func run(_ arguments: [String]) throws(Failure) {
        if arguments.contains("--help") || arguments.contains("-h") {
            try OutputFile.standardOutput { file throws(Failure) in try file.write(Array(Usage.database.utf8)) }
            return
        }
        let options = try DatabaseOptions.parse(arguments)
        do { try SampleDatabase(options).write() } catch let error as RecruitmentError {
            throw Failure(code: error.kind == .cannotCreate ? .cannotCreate : .inputOutput, sentence: error.message)
        } catch {
            throw Failure(code: .inputOutput, sentence: "\(options.output): cannot be written: \(error)")
        }
    }
}
