-- Whose it is, so far as that is known: what waits goes when somebody is to be forgotten.
ALTER TABLE parked ADD COLUMN customer BLOB;
-- The last change by anybody but the desk that made the newest: what that desk may not have seen.
ALTER TABLE conversation ADD COLUMN others_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN note_others_seq INTEGER NOT NULL DEFAULT 0;
