-- What came to the shop's account and no charge asked for.
CREATE TABLE pix_stray (
    e2eid TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    amount INTEGER NOT NULL, -- nothing once it was a charge's after all
    returned INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    said TEXT NOT NULL, -- as pix.stray said it last
    told INTEGER NOT NULL DEFAULT 0, -- number of the report that has it; 0: none
    told_amount INTEGER NOT NULL DEFAULT 0, -- this and the next two: what reports have said
    told_returned INTEGER NOT NULL DEFAULT 0,
    told_withdrawn INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX stray_untold ON pix_stray (at) WHERE told = 0;
CREATE INDEX stray_later ON pix_stray (at) WHERE told > 0 AND (amount <> told_amount OR returned <> told_returned
    OR withdrawn <> told_withdrawn);
