/// The files that SQLite keeps for one database.
package enum DatabaseFiles {
    /// The database at `path`, and what SQLite makes beside it, also beside what a link points at.
    package static func all(of path: String) -> [String] {
        let places = [path, ResultPlace(path).path]
        return places.flatMap { place in ["", "-wal", "-shm", "-journal"].map { place + $0 } }
    }
}
