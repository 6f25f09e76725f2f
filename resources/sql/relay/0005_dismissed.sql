-- Staff have decided that this doubtful send needs no more attention; its state stays, so that a status still settles it.
ALTER TABLE message ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
