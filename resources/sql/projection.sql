-- What a desk shows, replayed from the relay's log. Never migrated: a new version is a new file, rebuilt.
-- Ids are 16-byte BLOBs, instants UTC milliseconds.

CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE cause (id BLOB PRIMARY KEY) WITHOUT ROWID;
-- What could not be applied: of a kind or version that was not known then (v > 0), or a body that is wrong (v = 0).
CREATE TABLE skipped (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, v INTEGER NOT NULL);
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counter (name, value) VALUES ('all', 0), ('waiting', 0), ('snoozed', 0), ('resolved', 0), ('unread', 0);

CREATE TABLE customer (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '', -- this and the next three: what is shown, of all who are this customer
    given TEXT NOT NULL DEFAULT '',
    username TEXT NOT NULL DEFAULT '',
    wa_id TEXT NOT NULL DEFAULT '',
    bsuid TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    note_seq INTEGER NOT NULL DEFAULT 0,
    note_at INTEGER NOT NULL DEFAULT 0,
    note_by BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    own_name TEXT NOT NULL DEFAULT '', -- this and the next three: what this one was heard under
    own_username TEXT NOT NULL DEFAULT '',
    own_wa_id TEXT NOT NULL DEFAULT '',
    own_bsuid TEXT NOT NULL DEFAULT '',
    folded TEXT NOT NULL DEFAULT '', -- every name, without accents and case: what is searched
    phones TEXT NOT NULL DEFAULT '', -- every number, as folded has the names
    merged_into BLOB, -- whoever stands for both now
    merged_via BLOB,  -- whom it was merged into: what parting them gives back
    erased INTEGER NOT NULL DEFAULT 0 -- seq of the erasure
) WITHOUT ROWID;
CREATE INDEX customer_sought ON customer (folded, phones);
CREATE INDEX customer_erased ON customer (erased) WHERE erased > 0;
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE customer_tag (customer BLOB NOT NULL, tag BLOB NOT NULL, PRIMARY KEY (customer, tag)) WITHOUT ROWID;
CREATE INDEX customer_tag_wearers ON customer_tag (tag, customer);
-- Of joined conversations: what stands now, and what it was joined to.
CREATE TABLE alias (given BLOB PRIMARY KEY, id BLOB NOT NULL, via BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_of ON alias (id);
CREATE INDEX alias_via ON alias (via);

-- The list's row, denormalised: one read paints it.
CREATE TABLE conversation (
    id BLOB PRIMARY KEY,
    customer BLOB NOT NULL,
    channel TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    assignee BLOB,
    episode BLOB,
    snoozed_until INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    preview TEXT NOT NULL DEFAULT '',
    preview_type INTEGER NOT NULL DEFAULT 0,
    preview_out INTEGER NOT NULL DEFAULT 0,
    preview_message BLOB,
    out_state INTEGER NOT NULL DEFAULT 0,
    out_dismissed INTEGER NOT NULL DEFAULT 0,
    inbound_at INTEGER NOT NULL DEFAULT 0,
    inbound_seq INTEGER NOT NULL DEFAULT 0,
    waiting_since INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    read_upto INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX conversation_newest ON conversation (last_at); -- whom a search tries first
-- One index for each view of the list.
CREATE INDEX conversation_open ON conversation (last_at, id) WHERE state < 2;
CREATE INDEX conversation_mine ON conversation (assignee, last_at, id) WHERE state < 2;
CREATE INDEX conversation_snoozed ON conversation (snoozed_until, id) WHERE state = 1;
CREATE INDEX conversation_resolved ON conversation (last_at, id) WHERE state = 2;
CREATE INDEX conversation_expiring ON conversation (inbound_at, id) WHERE waiting_since > 0 AND state = 0;
CREATE INDEX conversation_waiting ON conversation (waiting_since, id) WHERE waiting_since > 0 AND state = 0;
CREATE INDEX conversation_customer ON conversation (customer);

-- Which conversation shows which tag, with what a view of one tag sorts by: kept by the triggers below, so that such a
-- view reads the rows that it shows and no others.
CREATE TABLE worn (
    tag BLOB NOT NULL,
    conversation BLOB NOT NULL,
    state INTEGER NOT NULL,
    assignee BLOB,
    snoozed_until INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    inbound_at INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    PRIMARY KEY (conversation, tag)
) WITHOUT ROWID;
CREATE INDEX worn_open ON worn (tag, last_at, conversation) WHERE state < 2;
CREATE INDEX worn_mine ON worn (tag, assignee, last_at, conversation) WHERE state < 2;
CREATE INDEX worn_snoozed ON worn (tag, snoozed_until, conversation) WHERE state = 1;
CREATE INDEX worn_resolved ON worn (tag, last_at, conversation) WHERE state = 2;
CREATE INDEX worn_expiring ON worn (tag, inbound_at, conversation) WHERE waiting_since > 0 AND state = 0;
CREATE INDEX worn_waiting ON worn (tag, waiting_since, conversation) WHERE waiting_since > 0 AND state = 0;
CREATE TRIGGER conversation_wears AFTER INSERT ON conversation BEGIN
    INSERT INTO worn (tag, conversation, state, assignee, snoozed_until, last_at, inbound_at, waiting_since)
        SELECT tag, new.id, new.state, new.assignee, new.snoozed_until, new.last_at, new.inbound_at, new.waiting_since
        FROM customer_tag WHERE customer = new.customer;
END;
CREATE TRIGGER conversation_changes
AFTER UPDATE OF customer, state, assignee, snoozed_until, last_at, inbound_at, waiting_since ON conversation
WHEN (old.customer, old.state, old.assignee, old.snoozed_until, old.last_at, old.inbound_at, old.waiting_since)
    IS NOT (new.customer, new.state, new.assignee, new.snoozed_until, new.last_at, new.inbound_at, new.waiting_since)
BEGIN
    DELETE FROM worn WHERE conversation = new.id;
    INSERT INTO worn (tag, conversation, state, assignee, snoozed_until, last_at, inbound_at, waiting_since)
        SELECT tag, new.id, new.state, new.assignee, new.snoozed_until, new.last_at, new.inbound_at, new.waiting_since
        FROM customer_tag WHERE customer = new.customer;
END;
CREATE TRIGGER conversation_goes AFTER DELETE ON conversation BEGIN
    DELETE FROM worn WHERE conversation = old.id;
END;
CREATE TRIGGER customer_wears AFTER INSERT ON customer_tag BEGIN
    INSERT INTO worn (tag, conversation, state, assignee, snoozed_until, last_at, inbound_at, waiting_since)
        SELECT new.tag, id, state, assignee, snoozed_until, last_at, inbound_at, waiting_since
        FROM conversation WHERE customer = new.customer;
END;
CREATE TRIGGER customer_takes_off AFTER DELETE ON customer_tag BEGIN
    DELETE FROM worn WHERE tag = old.tag AND conversation IN (SELECT id FROM conversation WHERE customer = old.customer);
END;

-- Clustered by thread and order: a page of a thread is one walk over neighbouring pages of the file.
CREATE TABLE message (
    conversation BLOB NOT NULL,
    sort_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    origin BLOB NOT NULL, -- the conversation it came with, before any merge
    kind INTEGER NOT NULL,
    outbound INTEGER NOT NULL DEFAULT 0,
    author BLOB,
    type INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '',
    mime TEXT NOT NULL DEFAULT '',
    quote BLOB,
    quote_text TEXT NOT NULL DEFAULT '',
    quote_type INTEGER NOT NULL DEFAULT 0,
    quote_out INTEGER NOT NULL DEFAULT 0,
    quote_author BLOB,
    card TEXT NOT NULL DEFAULT '', -- what a place, contacts or an order say: fields parted by char(31)
    was TEXT NOT NULL DEFAULT '', -- what stood here before it was edited, oldest first, parted by char(30)
    liked_in TEXT NOT NULL DEFAULT '', -- the customer's reaction to it
    liked_out TEXT NOT NULL DEFAULT '', -- the shop's
    chip INTEGER NOT NULL DEFAULT 0, -- a reaction that stands at its target, and not as a row
    state INTEGER NOT NULL DEFAULT 0,
    error_code INTEGER NOT NULL DEFAULT 0,
    error_detail TEXT NOT NULL DEFAULT '',
    dismissed INTEGER NOT NULL DEFAULT 0, -- in doubt, and staff have left it at that
    dismissed_by BLOB,
    late INTEGER NOT NULL DEFAULT 0,
    edited INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    charge BLOB, -- what it asks for, of Pix and PixCode
    sum BLOB NOT NULL DEFAULT x'', -- of what it says, who to and when (store/messagesum.h)
    PRIMARY KEY (conversation, sort_at, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX message_id ON message (id);
CREATE INDEX message_lines ON message (conversation, sort_at) WHERE kind = 2;
CREATE INDEX message_unread ON message (conversation, seq) WHERE kind = 0 AND outbound = 0;
CREATE INDEX message_seq ON message (seq) WHERE kind < 2;
CREATE INDEX message_quote ON message (quote) WHERE quote IS NOT NULL;
-- Words of messages and notes by seq; kept without the texts, which stand in message (store/searchindex.h).
CREATE VIRTUAL TABLE message_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
-- A status that came before its message.
CREATE TABLE parked (
    message BLOB NOT NULL,
    seq INTEGER NOT NULL,
    conversation BLOB,
    state INTEGER NOT NULL,
    error_code INTEGER NOT NULL,
    error_detail TEXT NOT NULL,
    PRIMARY KEY (message, seq)
) WITHOUT ROWID;

-- What Meta has priced: EventApplier::meter().
CREATE TABLE metered (
    message BLOB PRIMARY KEY,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    charged INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX metered_month ON metered (at, channel, charged);

-- What is known of a charge; its state follows from that and the time (core/chargestate.h).
CREATE TABLE charge (
    id BLOB PRIMARY KEY,
    conversation BLOB NOT NULL,
    origin BLOB NOT NULL, -- the conversation it came with, before any merge
    seq INTEGER NOT NULL, -- when it was asked for
    at INTEGER NOT NULL,
    message BLOB NOT NULL,
    author BLOB,
    kind INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    description TEXT NOT NULL,
    txid TEXT NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL DEFAULT '', -- that a bank's code pays
    expires_at INTEGER,
    sends INTEGER NOT NULL,
    refusal TEXT NOT NULL DEFAULT '',
    cancelled INTEGER NOT NULL DEFAULT 0,
    settled INTEGER NOT NULL DEFAULT 0,
    settled_by BLOB,
    settled_why TEXT NOT NULL DEFAULT '',
    paid INTEGER NOT NULL DEFAULT 0, -- this and the next four: as the bank said last
    returned INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    paid_at INTEGER NOT NULL DEFAULT 0,
    payer TEXT NOT NULL DEFAULT '',
    payments INTEGER NOT NULL DEFAULT 0,
    refundable INTEGER NOT NULL DEFAULT 0, -- the most that one refund may give back: what is left of one payment
    refund BLOB, -- this and the next five: the newest that staff asked for
    refund_state INTEGER NOT NULL DEFAULT 0, -- store/pixrows.h
    refund_amount INTEGER NOT NULL DEFAULT 0,
    refund_by BLOB,
    refund_why TEXT NOT NULL DEFAULT '',
    refund_fault TEXT NOT NULL DEFAULT '',
    proof BLOB, -- the newest picture or document that came while it waited
    live INTEGER NOT NULL DEFAULT 1, -- waits, or was paid and nobody has resolved the conversation since
    told INTEGER NOT NULL DEFAULT 0, -- number of the closed day's report that has it; 0: none
    told_paid INTEGER NOT NULL DEFAULT 0, -- this and the next three: what reports have said
    told_returned INTEGER NOT NULL DEFAULT 0,
    told_withdrawn INTEGER NOT NULL DEFAULT 0,
    told_by_hand INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX charge_thread ON charge (conversation, seq);
CREATE INDEX charge_live ON charge (conversation, seq) WHERE live = 1;
CREATE INDEX charge_untold ON charge (at) WHERE told = 0 AND NOT (refusal <> '' AND paid = 0 AND NOT settled);
-- What has changed since: the next report's.
CREATE INDEX charge_later ON charge (seq) WHERE told > 0 AND (paid <> told_paid OR returned <> told_returned
    OR withdrawn <> told_withdrawn OR told_by_hand <> iif(settled AND paid = 0, amount, 0));
-- Days that are closed, as the relay has frozen them.
CREATE TABLE till_report (
    number INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB,
    figures TEXT NOT NULL -- as the event says them
);
-- What each of them says of each charge, as it stood then.
CREATE TABLE till_line (
    report INTEGER NOT NULL,
    charge BLOB NOT NULL,
    told INTEGER NOT NULL, -- number of the report that had it first, and this is what came after; 0: this one
    paid INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    paid_at INTEGER NOT NULL,
    payments INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    told_paid INTEGER NOT NULL, -- this and the next three: what reports before it had said
    told_returned INTEGER NOT NULL,
    told_withdrawn INTEGER NOT NULL,
    told_by_hand INTEGER NOT NULL,
    PRIMARY KEY (report, charge)
) WITHOUT ROWID;
-- What came to the shop's account and no charge asked for.
CREATE TABLE pix_stray (
    e2eid TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    amount INTEGER NOT NULL, -- nothing once it was a charge's after all
    returned INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    sale INTEGER NOT NULL, -- staff know what it was for
    conversation BLOB, -- whose it was, as named then; none: a sale at the counter
    told INTEGER NOT NULL DEFAULT 0,
    told_amount INTEGER NOT NULL DEFAULT 0,
    told_returned INTEGER NOT NULL DEFAULT 0,
    told_withdrawn INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX stray_untold ON pix_stray (at) WHERE told = 0;
CREATE INDEX stray_later ON pix_stray (at) WHERE told > 0 AND (amount <> told_amount OR returned <> told_returned
    OR withdrawn <> told_withdrawn);
CREATE TABLE till_stray (
    report INTEGER NOT NULL,
    e2eid TEXT NOT NULL,
    told INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    sale INTEGER NOT NULL,
    told_amount INTEGER NOT NULL,
    told_returned INTEGER NOT NULL,
    told_withdrawn INTEGER NOT NULL,
    PRIMARY KEY (report, e2eid)
) WITHOUT ROWID;
-- Who receives (standing 1), and what somebody wants instead (0).
CREATE TABLE pix_account (
    standing INTEGER PRIMARY KEY,
    key_type INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    at INTEGER NOT NULL,
    by BLOB,
    ripe_at INTEGER NOT NULL DEFAULT 0,
    first INTEGER NOT NULL DEFAULT 0 -- none stood before it
);

CREATE TABLE tag (id BLOB PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE operator (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    manager INTEGER NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE desk (id BLOB PRIMARY KEY, name TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE reply (id BLOB PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE channel (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL DEFAULT '',
    verified_name TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    quality TEXT NOT NULL DEFAULT '', -- this and what follows: Meta's words
    name_status TEXT NOT NULL DEFAULT '',
    verification TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    former_name TEXT NOT NULL DEFAULT '', -- by which customers knew the shop until renamed_at
    renamed_at INTEGER NOT NULL DEFAULT 0,
    paused_code INTEGER
) WITHOUT ROWID;
CREATE TABLE consent (
    customer BLOB NOT NULL,
    purpose TEXT NOT NULL,
    granted INTEGER NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (customer, purpose)
) WITHOUT ROWID;
