-- The secret before the present one signs, too, for a time.
ALTER TABLE channel ADD COLUMN former_secret TEXT;
ALTER TABLE channel ADD COLUMN former_until BIGINT;
CREATE INDEX channel_by_former_secret ON channel (former_until) WHERE former_until IS NOT NULL;
CREATE INDEX channel_by_secret ON channel (secret);

-- SHA-256 of what stands in the addresses of its feeds, or null: it has no feed.
ALTER TABLE subscription ADD COLUMN feed_secret TEXT;
CREATE UNIQUE INDEX subscription_by_feed ON subscription (feed_secret);

CREATE INDEX attempt_by_time ON attempt (ended_at);
CREATE INDEX delivery_by_channel ON delivery (channel_id, state);
