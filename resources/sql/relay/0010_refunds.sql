-- Refunds that staff have asked for, until the bank has said what became of them; then for the books.
CREATE TABLE refund (
    id BLOB PRIMARY KEY,
    charge BLOB NOT NULL,
    e2eid TEXT NOT NULL, -- of the payment it goes back to
    amount INTEGER NOT NULL, -- centavos
    at INTEGER NOT NULL,
    tried INTEGER NOT NULL DEFAULT 0, -- the bank may have heard of it
    ended INTEGER NOT NULL DEFAULT 0,
    look_at INTEGER -- when the bank is asked next; NULL: no more
) WITHOUT ROWID;
CREATE INDEX refund_look ON refund (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX refund_open ON refund (charge) WHERE ended = 0;
