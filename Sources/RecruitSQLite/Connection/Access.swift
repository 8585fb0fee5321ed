extension Connection {
    /// What a connection may do with its file.
    public enum Access: Sendable {
        /// Reads. A file in write-ahead mode needs a folder that may be written, or its `-shm` file there already.
        case readOnly
        /// Reads and writes a file that is there.
        case readWrite
        /// Reads and writes a file that is made, with mode 0600, where it is not there.
        case create
        /// Reads a file that nobody changes meanwhile, such as one on read-only media: no locks, no `-wal`, no `-shm`.
        case immutable
    }
}
