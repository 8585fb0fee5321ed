import MailMessage
import RecruitSQLite

/// The mails of a mailbox, read and parsed on a thread of its own, ahead of the one that files them.
final class MailStream {
    /// What comes next.
    enum Item: Sendable {
        case new(ParsedMail)
        /// A mail that is in the database already.
        case known(identity: String)
        /// A file of a folder that cannot be read.
        case unreadable(MailboxError)
        /// The reading ended early.
        case failed(any Error)
    }

    private struct GoneAway: Error {}

    private let queue = BoundedQueue<Item>(limit: 8 << 20)
    private let thread: SystemThread

    /// Starts to read `mailbox`; mails that the database at `path` has are not parsed.
    init(_ mailbox: Mailbox, databaseAt path: String) throws {
        let queue = queue
        // The thread is the only one that uses it from here on.
        nonisolated(unsafe) let mailbox = mailbox
        thread = try SystemThread {
            do { try Self.read(mailbox, databaseAt: path, into: queue) } catch is GoneAway {
                // Nobody takes what was read: the filing has ended.
            } catch { _ = queue.push(.failed(error), weight: 1) }
            queue.close()
        }
    }

    deinit { stop() }

    /// The next item; `meanwhile` is called while there is none yet. nil at the end.
    func next(_ meanwhile: () throws -> Void) throws -> Item? {
        while true {
            switch queue.pop(waiting: 20) {
            case .element(let item): return item
            case .nothing: try meanwhile()
            case .end: return nil
            }
        }
    }

    /// Ends the reading, wherever it is.
    func stop() {
        queue.close()
        thread.join()
    }

    private static func read(_ mailbox: Mailbox, databaseAt path: String, into queue: BoundedQueue<Item>) throws {
        let connection = try Connection(path: path, access: .readOnly)
        defer { connection.close() }
        let messages = Messages(connection: connection)
        func push(_ item: Item, weight: Int) throws { guard queue.push(item, weight: weight) else { throw GoneAway() } }
        try mailbox.forEach(onUnreadable: { try push(.unreadable($0), weight: 1) }) { raw in
            let identity = raw.identity()
            if try messages.find(identity: identity) != nil {
                try push(.known(identity: identity), weight: 1)
            } else {
                // The bytes stand in the message, and most of them again in its decoded attachments.
                try push(.new(ParsedMail(raw, identity: identity)), weight: raw.bytes.count * 2)
            }
        }
    }
}
