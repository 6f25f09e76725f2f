-- What only this desk has: commands on their way, drafts, small settings. Kept through every rebuild.

CREATE TABLE outbox (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    conversation BLOB,
    message BLOB,
    text TEXT NOT NULL DEFAULT '',
    operator BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    command TEXT NOT NULL,
    -- 0 to send, 1 accepted, 2 refused, 3 seen in the log or noop, 4 incerta after a restore,
    -- 5 accepted by a log that a restore has replaced: open until the new one has been replayed
    state INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0, -- -1: noop, no event will come
    problem TEXT NOT NULL DEFAULT '',
    settled_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_open ON outbox (place) WHERE state = 0;
CREATE INDEX outbox_thread ON outbox (conversation, place) WHERE state <> 3;

CREATE TABLE draft (
    conversation BLOB NOT NULL,
    operator BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (conversation, operator)
) WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
