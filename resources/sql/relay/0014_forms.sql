-- How a charge's words left: 0, or none, as words, 1 in WhatsApp's own form, 2 below a picture of the code, 3 below one
-- that WhatsApp found it cannot show.
CREATE TABLE charge_form (message BLOB PRIMARY KEY, form INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO charge_form
WITH RECURSIVE again (id) AS (
    SELECT message FROM charge WHERE as_order = 1
    UNION
    SELECT m.resent FROM again JOIN message m ON m.id = again.id WHERE m.resent IS NOT NULL)
SELECT id, 1 FROM again;
