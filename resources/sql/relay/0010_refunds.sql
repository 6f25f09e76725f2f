-- Refunds that staff have asked for, until the bank has said what became of them; then for the books.
CREATE TABLE refund (
    id BLOB PRIMARY KEY,
    charge BLOB NOT NULL,
    e2eid TEXT NOT NULL, -- of the payment it goes back to
    amount INTEGER NOT NULL, -- centavos
    gone INTEGER NOT NULL, -- of that payment, when it was asked for: what went back, or was under way
    bank TEXT NOT NULL, -- whose payment it is
    at INTEGER NOT NULL,
    puts INTEGER NOT NULL DEFAULT 0, -- how often the bank was asked for it: it may have heard
    put_at INTEGER NOT NULL DEFAULT 0, -- the last time
    heard INTEGER NOT NULL DEFAULT 0, -- the bank has it
    ended INTEGER NOT NULL DEFAULT 0,
    look_at INTEGER -- when the bank is asked next; NULL: no more
) WITHOUT ROWID;
CREATE INDEX refund_look ON refund (look_at) WHERE look_at IS NOT NULL;
CREATE UNIQUE INDEX refund_open ON refund (charge) WHERE ended = 0; -- one at a time
