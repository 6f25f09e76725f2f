-- Days that were closed, numbered, and what their reports have said of each charge.

CREATE TABLE till_report (
    number INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE -- the shop's, "2026-11-25"
);

-- Where the shop's days end, as desks were told last.
INSERT OR IGNORE INTO meta (key, value)
    SELECT 'timezone', CAST(json_extract(body, '$.timezone') AS BLOB) FROM event
    WHERE kind = 'shop.changed' AND json_extract(body, '$.timezone') IS NOT NULL ORDER BY seq DESC LIMIT 1;

-- In which day a charge counts is told by its event, here as on every desk.
UPDATE charge SET created_at = coalesce((SELECT at FROM event WHERE event.seq = charge.seq), created_at);

ALTER TABLE charge ADD COLUMN payments INTEGER NOT NULL DEFAULT 0; -- how many came
ALTER TABLE charge ADD COLUMN paid_at INTEGER NOT NULL DEFAULT 0; -- when the last one did
UPDATE charge SET payments = json_array_length(standing, '$.payments'),
    paid_at = (SELECT coalesce(max(json_extract(p.value, '$.at')), 0) FROM json_each(standing, '$.payments') p)
    WHERE standing <> '';

ALTER TABLE charge ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- number of the report that has it; 0: none
ALTER TABLE charge ADD COLUMN told_paid INTEGER NOT NULL DEFAULT 0; -- this and the next three: what reports have said
ALTER TABLE charge ADD COLUMN told_returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE charge ADD COLUMN told_withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE charge ADD COLUMN told_by_hand INTEGER NOT NULL DEFAULT 0;
CREATE INDEX charge_untold ON charge (created_at) WHERE told = 0 AND NOT (refused AND paid = 0 AND NOT settled);
-- What has changed since: the next report's.
CREATE INDEX charge_later ON charge (seq) WHERE told > 0 AND (paid <> told_paid OR returned <> told_returned
    OR withdrawn <> told_withdrawn OR told_by_hand <> iif(settled AND paid = 0, amount, 0));
