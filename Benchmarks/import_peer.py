#!/usr/bin/env python3
"""The same promise in Python: each message of an mbox into SQLite, its bytes and attachments in a folder named by hash.

Every file is safe on the disk before the row that names it. Usage: import_peer.py INBOX.mbox DATABASE
"""
import email.policy
import hashlib
import mailbox
import os
import sqlite3
import sys

source, path = sys.argv[1:3]
folder = os.path.splitext(path)[0] + ".documents"
os.makedirs(folder, mode=0o700, exist_ok=True)
database = sqlite3.connect(path)
database.executescript(
    """
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE messages (id INTEGER PRIMARY KEY, identity TEXT UNIQUE, message_id TEXT, sender TEXT, subject TEXT,
      date TEXT, text TEXT, sha256 TEXT);
    CREATE TABLE attachments (message INTEGER, filename TEXT, media_type TEXT, byte_size INTEGER, sha256 TEXT);
    """
)


def keep(data):
    name = hashlib.sha256(data).hexdigest()
    place = os.path.join(folder, name[:2], name[2:])
    if not os.path.exists(place):
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(place + ".new", "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.rename(place + ".new", place)
    return name


box = mailbox.mbox(source, factory=None, create=False)
for number, key in enumerate(box.iterkeys()):
    raw = box.get_bytes(key)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    identity = hashlib.sha256(raw).hexdigest()
    if database.execute("SELECT 1 FROM messages WHERE identity = ?", (identity,)).fetchone():
        continue
    parts = []
    for part in message.iter_attachments() if message.is_multipart() else []:
        data = part.get_payload(decode=True)
        if data is not None:
            parts.append((part.get_filename(), part.get_content_type(), len(data), keep(data)))
    try:
        body = message.get_body(("plain", "html"))
        text = body.get_content() if body else ""
    except (LookupError, KeyError, UnicodeError):
        text = ""
    cursor = database.execute(
        "INSERT INTO messages (identity, message_id, sender, subject, date, text, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
        tuple(
            str(value).encode("utf-8", "replace").decode()
            for value in (identity, message["Message-ID"], message["From"], message["Subject"], message["Date"], text,
                          keep(raw))
        ),
    )
    database.executemany(
        "INSERT INTO attachments VALUES (?, ?, ?, ?, ?)", [(cursor.lastrowid, *part) for part in parts]
    )
    if number % 500 == 499:
        database.commit()
database.commit()
print(number + 1, "messages")
