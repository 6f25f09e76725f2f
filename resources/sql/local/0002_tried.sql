-- What was on its way to a log that a restore has replaced may have left: a person decides, it does not go by itself.

ALTER TABLE outbox ADD COLUMN tried BLOB; -- sends: the log that it was first posted to; null: never, or surely not taken
-- What is settled is by far the most, and is read by nothing that a person waits for.
CREATE INDEX outbox_unsettled ON outbox (place) WHERE state <> 3;
CREATE INDEX outbox_message ON outbox (message) WHERE message IS NOT NULL;
