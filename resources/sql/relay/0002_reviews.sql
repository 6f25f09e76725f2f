-- An identifier that the customer was last heard under is the one to answer to; one that was typed never outranks it.
ALTER TABLE identifier ADD COLUMN heard INTEGER NOT NULL DEFAULT 0; -- the log's head at the last inbound, 0: never
UPDATE identifier SET heard = learnt;
-- A failed or doubtful message goes once more at most, whoever asks: the message that stands for it.
ALTER TABLE message ADD COLUMN resent BLOB;
-- Who was ever one with whom: what was said meanwhile names the survivor, also after they are parted.
CREATE TABLE merged_once (id BLOB NOT NULL, with_id BLOB NOT NULL, PRIMARY KEY (id, with_id)) WITHOUT ROWID;
INSERT INTO merged_once (id, with_id) SELECT id, merged_into FROM customer WHERE merged_into IS NOT NULL;
