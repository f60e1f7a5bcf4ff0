-- When an alert was put in, by the store's clock: what an inbox that fills live asks for.
ALTER TABLE alert ADD COLUMN filed_at BIGINT NOT NULL DEFAULT 0;
UPDATE alert SET filed_at = alerted_at;
CREATE INDEX alert_by_arrival ON alert (filed_at);
CREATE INDEX alert_by_arrival_of ON alert (subscription_id, filed_at);

-- For counting what was told and what was held back.
CREATE INDEX alert_by_suppression ON alert (subscription_id, suppression);
