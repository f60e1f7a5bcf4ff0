-- A channel that was taken out stays for the sake of its deliveries.
ALTER TABLE channel ADD COLUMN removed_at BIGINT;
