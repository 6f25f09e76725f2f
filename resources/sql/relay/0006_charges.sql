-- Who receives the shop's money (place 0), and what somebody wants instead (place 1).
CREATE TABLE pix_account (
    place INTEGER PRIMARY KEY,
    key_type INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL, -- of the event that said so
    by BLOB NOT NULL
);

-- Charges as they stand. Description, words and code go with whoever is forgotten; the amounts are the shop's books.
CREATE TABLE charge (
    id BLOB PRIMARY KEY,
    txid TEXT NOT NULL UNIQUE,
    conversation BLOB NOT NULL,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    amount INTEGER NOT NULL, -- centavos
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    message BLOB NOT NULL,
    code_message BLOB NOT NULL,
    sends INTEGER NOT NULL,
    description TEXT NOT NULL,
    words TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    issued INTEGER NOT NULL DEFAULT 0, -- there is a code, also once it is forgotten with its customer
    key TEXT NOT NULL DEFAULT '', -- that it pays
    paid INTEGER NOT NULL DEFAULT 0,
    returned INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    settled INTEGER NOT NULL DEFAULT 0,
    standing TEXT NOT NULL DEFAULT '', -- all that the bank has said was paid, as pix.paid said it last
    as_order INTEGER NOT NULL DEFAULT 0, -- goes in WhatsApp's own form
    expiry_s INTEGER NOT NULL DEFAULT 0, -- as the bank is asked for it: the same at each try
    tried INTEGER NOT NULL DEFAULT 0, -- the bank may have heard of it
    withdraw INTEGER NOT NULL DEFAULT 0, -- the bank has yet to hear that it is cancelled
    looks INTEGER NOT NULL DEFAULT 0,
    look_at INTEGER -- when the bank is asked next; NULL: no more
);
CREATE INDEX charge_look ON charge (look_at) WHERE look_at IS NOT NULL;
CREATE UNIQUE INDEX charge_message ON charge (message);
CREATE UNIQUE INDEX charge_code_message ON charge (code_message);
CREATE INDEX charge_conversation ON charge (conversation);

-- What the bank's webhooks named and no charge of ours: looked up one by one, believed never.
CREATE TABLE pix_hint (e2eid TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX pix_hint_at ON pix_hint (at);

-- What came, once for each: no payment counts for two charges.
CREATE TABLE pix_payment (e2eid TEXT PRIMARY KEY, charge BLOB NOT NULL, amount INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX pix_payment_charge ON pix_payment (charge);

-- Meta has let this number send orders; 0 as well once it has said that it did not.
ALTER TABLE channel ADD COLUMN payments INTEGER NOT NULL DEFAULT 0;
