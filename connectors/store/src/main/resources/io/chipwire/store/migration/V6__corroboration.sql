-- How many independent outlets must state a fact before it is told.
ALTER TABLE subscription ADD COLUMN minimum_corroboration INTEGER NOT NULL DEFAULT 1;

-- Who has stated what, among the articles that a subscription matched: a row for each independent origin.
CREATE TABLE fact_origin (
  subscription_id  TEXT NOT NULL REFERENCES subscription (id),
  fact_key         TEXT NOT NULL,                 -- as in told_fact
  position         INTEGER NOT NULL,              -- 0 for who was first
  alert_id         TEXT NOT NULL REFERENCES alert (id),
  publisher        TEXT,
  site             TEXT,
  PRIMARY KEY (subscription_id, fact_key, position)
);
