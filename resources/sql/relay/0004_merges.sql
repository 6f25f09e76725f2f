-- The last parting that touched it: an answer from before may mean the other of the two.
ALTER TABLE conversation ADD COLUMN parted_seq INTEGER NOT NULL DEFAULT 0;
-- Whatever is another name of a conversation: asked for at each mark as read.
CREATE INDEX alias_of ON alias (id);
