/// A message as JSON (RFC 8259), UTF-8, two spaces a level, keys in the order of the contract, a line feed at the end.
public func inspectJSON(_ message: Message) -> [UInt8] {
    var writer = JSONWriter()
    message.write(to: &writer)
    return writer.bytes + [ASCII.lf]
}

extension Message {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("message_id", messageID)
            $0.member("date", date.map(Calendar.iso8601))
            $0.member("date_source", dateSource.rawValue)
            $0.member("from", from)
            $0.member("reply_to", replyTo)
            $0.member("to", to)
            $0.member("cc", cc)
            $0.member("subject", subject)
            $0.member("in_reply_to", inReplyTo)
            $0.member("references", references)
            $0.member("text", text)
            $0.member("body_source", bodySource.rawValue)
            $0.key("attachments")
            $0.array(attachments) { $0.attachment($1) }
            $0.key("forwarded")
            if let forwarded { forwarded.write(to: &$0) } else { $0.null() }
            $0.member("automatic", automatic?.rawValue)
            $0.member("defects", defects)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    fileprivate mutating func member(_ name: StaticString, _ values: [String]) {
        key(name)
        array(values) { $0.string($1) }
    }

    fileprivate mutating func member(_ name: StaticString, _ addresses: [Address]) {
        key(name)
        array(addresses) { writer, address in
            writer.object {
                $0.member("name", address.name)
                $0.member("address", address.address)
            }
        }
    }

    fileprivate mutating func attachment(_ attachment: Attachment) {
        object {
            $0.member("filename", attachment.filename)
            $0.member("media_type", attachment.mediaType)
            $0.member("disposition", attachment.disposition)
            $0.key("byte_size")
            $0.number(attachment.byteSize)
            $0.member("sha256", attachment.sha256())
            $0.member("content_id", attachment.contentID)
        }
    }
}
