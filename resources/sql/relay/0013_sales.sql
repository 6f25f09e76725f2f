-- What came without a charge and staff know: a sale at the counter.
ALTER TABLE pix_stray ADD COLUMN sale INTEGER NOT NULL DEFAULT 0;
