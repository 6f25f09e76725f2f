-- A sum over each event and the number before it (Log): what the disk has changed, or lost between two, is noticed.
-- NULL: still to be made, in the transaction that left it so.
ALTER TABLE event ADD COLUMN sum BLOB;
CREATE INDEX event_unsummed ON event (seq) WHERE sum IS NULL;
