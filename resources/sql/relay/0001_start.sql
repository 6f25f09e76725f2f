-- The relay's file: the event log, what stands (no texts), and what is not derived from the log.
-- Ids are 16-byte BLOBs, instants UTC milliseconds.

CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- The log. body NULL: taken away by retention or erasure. dedupe: HMAC, never a plain wamid.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    v INTEGER NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    customer BLOB,
    desk BLOB,
    cause BLOB,
    body TEXT,
    dedupe BLOB UNIQUE
);
CREATE INDEX event_customer ON event (customer) WHERE customer IS NOT NULL;

-- Webhooks as they came, 30 days.
CREATE TABLE raw (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    digest BLOB NOT NULL UNIQUE, -- SHA-256: the same bytes again are kept once
    body BLOB NOT NULL
);
CREATE INDEX raw_at ON raw (at);
CREATE TABLE raw_customer (
    customer BLOB NOT NULL,
    raw INTEGER NOT NULL REFERENCES raw (id) ON DELETE CASCADE,
    PRIMARY KEY (customer, raw)
) WITHOUT ROWID;
CREATE INDEX raw_customer_raw ON raw_customer (raw);
-- Items that must not be taken twice but have no event of their own.
CREATE TABLE taken (key BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

-- What stands.
CREATE TABLE channel (id TEXT PRIMARY KEY, label TEXT NOT NULL, paused_code INTEGER) WITHOUT ROWID;

CREATE TABLE customer (
    id BLOB PRIMARY KEY,
    created_seq INTEGER NOT NULL,
    profile BLOB,           -- hash of the profile's name, to see it change
    named INTEGER NOT NULL DEFAULT 0,
    merged_into BLOB,
    merge_body TEXT,        -- what unmerge takes back
    erased INTEGER NOT NULL DEFAULT 0,
    note_seq INTEGER NOT NULL DEFAULT 0,
    note_desk BLOB,
    name_seq INTEGER NOT NULL DEFAULT 0,
    name_desk BLOB
);
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE identifier (
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    customer BLOB NOT NULL,
    origin BLOB NOT NULL,   -- whose it was before a merge
    learnt INTEGER NOT NULL, -- the log's head then: the newest of a kind is the one to send to
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX identifier_customer ON identifier (customer);
-- Ids that desks gave to what stood already.
CREATE TABLE alias (given BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE conversation (
    id BLOB PRIMARY KEY,
    customer BLOB NOT NULL,
    channel TEXT NOT NULL,
    state INTEGER NOT NULL,
    episode BLOB NOT NULL,
    assignee BLOB,
    snoozed_until INTEGER NOT NULL DEFAULT 0,
    inbound_at INTEGER NOT NULL DEFAULT 0,
    inbound_seq INTEGER NOT NULL DEFAULT 0,
    read_upto INTEGER NOT NULL DEFAULT 0,
    changed_seq INTEGER NOT NULL DEFAULT 0,
    changed_desk BLOB
);
CREATE UNIQUE INDEX conversation_of ON conversation (customer, channel);
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until > 0;

CREATE TABLE message (
    id BLOB PRIMARY KEY,
    conversation BLOB NOT NULL,
    seq INTEGER NOT NULL,
    outbound INTEGER NOT NULL,
    state INTEGER NOT NULL,
    wamid_key BLOB UNIQUE,
    wamid_seq INTEGER NOT NULL DEFAULT 0 -- the event whose body has it in plain, 0: none yet
);
CREATE INDEX message_conversation ON message (conversation, outbound, seq);
-- Statuses, edits and revocations that came before their message is known.
CREATE TABLE parked (
    id INTEGER PRIMARY KEY,
    wamid_key BLOB NOT NULL,
    at INTEGER NOT NULL,
    raw INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX parked_once ON parked (wamid_key, body);
CREATE INDEX parked_at ON parked (at);

CREATE TABLE tag (id BLOB PRIMARY KEY, folded TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX tag_name ON tag (folded) WHERE retired = 0;
CREATE TABLE customer_tag (customer BLOB NOT NULL, tag BLOB NOT NULL, PRIMARY KEY (customer, tag)) WITHOUT ROWID;
CREATE TABLE note (id BLOB PRIMARY KEY, conversation BLOB NOT NULL, removed INTEGER NOT NULL DEFAULT 0);
CREATE TABLE reply (id BLOB PRIMARY KEY, retired INTEGER NOT NULL DEFAULT 0);

CREATE TABLE operator (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    manager INTEGER NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    pin_salt BLOB,
    pin_hash BLOB
);

-- Not derived, never dropped.
CREATE TABLE command (id BLOB PRIMARY KEY, hash BLOB NOT NULL, outcome TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE desk (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    token BLOB NOT NULL UNIQUE,
    paired_at INTEGER NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE pairing (
    code BLOB PRIMARY KEY,
    expires INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    nonce BLOB,
    desk BLOB
);
CREATE TABLE session (token BLOB PRIMARY KEY, operator BLOB NOT NULL, desk BLOB NOT NULL, expires INTEGER NOT NULL);
CREATE TABLE pin_try (
    operator BLOB NOT NULL,
    desk BLOB NOT NULL,
    failures INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL,
    PRIMARY KEY (operator, desk)
) WITHOUT ROWID;
CREATE TABLE outgoing (
    message BLOB PRIMARY KEY,
    seq INTEGER NOT NULL,
    conversation BLOB NOT NULL,
    channel TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    attempt_at INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    content TEXT,
    quoted TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outgoing_open ON outgoing (seq) WHERE state < 2;
