-- Nothing reads these any more: what a payment was stands in what the bank has said of its charge.
DROP INDEX pix_payment_charge;
ALTER TABLE pix_payment DROP COLUMN amount;
ALTER TABLE pix_payment DROP COLUMN at;
ALTER TABLE charge DROP COLUMN looks;
