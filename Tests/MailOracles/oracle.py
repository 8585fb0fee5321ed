#!/usr/bin/env python3
"""What Python's email package reads in messages: a line a field, `file TAB field TAB value`, for each file named."""
import email, email.utils, hashlib, os, sys
from email import policy

def clean(text):
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(text.split())

def attempt(read):
    try:
        return read()
    except Exception as error:
        return "(fails)"

def addresses(message, name):
    field = message[name]
    if field is None:
        return ""
    return "; ".join(f"{clean(a.display_name)} <{clean(a.addr_spec)}>" for a in field.addresses)

def date(message):
    field = message["date"]
    stamp = email.utils.parsedate_to_datetime(str(field)) if field is not None else None
    return "" if stamp is None else str(int(email.utils.mktime_tz(email.utils.parsedate_tz(str(field)))))

def leaves(part):
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for child in part.get_payload():
            yield from leaves(child)
    else:
        yield part

def written(part):
    """The bytes of a part that was parsed into messages (a report is one for each of its blocks), as Python writes it again."""
    line_end = part.policy.linesep.encode()
    return part.as_bytes().split(line_end * 2, 1)[-1]

def attachment(part):
    name = clean(part.get_filename() or "")
    if part.get_content_type() == "message/rfc822":
        return f"{name} message"
    data = part.get_payload(decode=True)
    if data is None:
        data = written(part) if part.is_multipart() else b""
    if part.get_content_maintype() == "text":
        data = data.replace(b"\r\n", b"\n")
    return f"{name} {len(data)} {hashlib.sha256(data).hexdigest()[:16]}"

DATA = {"calendar", "vcard", "x-vcard", "directory", "csv", "css", "javascript", "rfc822-headers", "xml", "tab-separated-values"}

def is_attachment(part):
    return (part.get_content_maintype() != "text" or part.get_filename() or part.get_content_disposition() == "attachment"
            or part.get_content_subtype() in DATA)

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    line_end = "\r\n" if b"\r\n" in data else "\n"
    message = email.message_from_bytes(data, policy=policy.default.clone(linesep=line_end, refold_source="none"))
    said = {
        "message_id": attempt(lambda: clean(str(message["message-id"] or "")).strip("<> ")),
        "date": attempt(lambda: date(message)),
        "from": attempt(lambda: addresses(message, "from")),
        "to": attempt(lambda: addresses(message, "to")),
        "subject": attempt(lambda: clean(str(message["subject"] or ""))),
        "attachments": attempt(lambda: " | ".join(attachment(p) for p in leaves(message) if is_attachment(p))),
    }
    for field, value in said.items():
        sys.stdout.buffer.write(f"{os.path.basename(path)}\t{field}\t{value}\n".encode("utf-8", "replace"))
