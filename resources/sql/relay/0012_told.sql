-- What the customer reads when a charge that went in WhatsApp's own form is paid, or is not to be paid any more.
ALTER TABLE charge ADD COLUMN paid_words TEXT NOT NULL DEFAULT '';
ALTER TABLE charge ADD COLUMN cancelled_words TEXT NOT NULL DEFAULT '';
-- Sums of another kind than the first ones: made anew as the file is opened.
UPDATE event SET sum = NULL;
