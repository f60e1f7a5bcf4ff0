-- Runs unchanged on SQLite and PostgreSQL. Instants: milliseconds since 1970, UTC. Truths: 0 and 1.

-- One row: what the next change of a subscription counts as. Its row lock lets changes commit in that order.
CREATE TABLE revision (
  only_row   INTEGER PRIMARY KEY,
  latest     BIGINT NOT NULL
);
INSERT INTO revision (only_row, latest) VALUES (1, 0);

CREATE TABLE subscription (
  id                  TEXT PRIMARY KEY,
  owner               TEXT NOT NULL,
  name                TEXT NOT NULL,
  query               TEXT NOT NULL,
  delivery            TEXT NOT NULL,
  quota               TEXT,                       -- N/hour, N/day, N/week, or no limit
  minimum_confidence  DOUBLE PRECISION NOT NULL,
  repeats             INTEGER NOT NULL,
  paused              INTEGER NOT NULL,
  muted_until         BIGINT,
  created_at          BIGINT NOT NULL,
  removed_at          BIGINT,                     -- kept for a while, so that jobs learn of it
  revision            BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscription_by_name ON subscription (owner, name) WHERE removed_at IS NULL;
CREATE INDEX subscription_by_revision ON subscription (revision);

CREATE TABLE channel (
  id               TEXT PRIMARY KEY,
  subscription_id  TEXT NOT NULL REFERENCES subscription (id),
  position         INTEGER NOT NULL,
  kind             TEXT NOT NULL,
  target           TEXT NOT NULL,
  secret           TEXT,
  disabled         TEXT                           -- why, or null
);
CREATE INDEX channel_by_subscription ON channel (subscription_id);

CREATE TABLE alert (
  id               TEXT PRIMARY KEY,
  subscription_id  TEXT NOT NULL REFERENCES subscription (id),
  article_id       TEXT NOT NULL,
  alerted_at       BIGINT NOT NULL,
  suppression      TEXT,                          -- why it is not told, or null
  story            TEXT,
  body             TEXT NOT NULL                  -- the alert as JSON
);
CREATE INDEX alert_by_time ON alert (subscription_id, alerted_at);
CREATE INDEX alert_by_article ON alert (subscription_id, article_id);

-- What a subscription was told.
CREATE TABLE told_fact (
  subscription_id  TEXT NOT NULL REFERENCES subscription (id),
  fact_key         TEXT NOT NULL,
  alert_id         TEXT NOT NULL REFERENCES alert (id),
  PRIMARY KEY (subscription_id, fact_key)
);

CREATE TABLE delivery (
  alert_id      TEXT NOT NULL REFERENCES alert (id),
  channel_id    TEXT NOT NULL REFERENCES channel (id),
  state         TEXT NOT NULL,                    -- WAITING, DELIVERED, DEAD
  due_at        BIGINT NOT NULL,
  message_id    TEXT,                             -- a digest gets one when it is first lent
  attempts      INTEGER NOT NULL,
  lease         TEXT,
  leased_until  BIGINT,
  PRIMARY KEY (alert_id, channel_id)
);
CREATE INDEX delivery_waiting ON delivery (state, due_at);
CREATE INDEX delivery_by_message ON delivery (message_id);

-- Every attempt, for ever.
CREATE TABLE attempt (
  message_id  TEXT NOT NULL,
  channel_id  TEXT NOT NULL REFERENCES channel (id),
  number      INTEGER NOT NULL,
  lease       TEXT NOT NULL,
  ended_at    BIGINT NOT NULL,
  outcome     TEXT NOT NULL,
  status      INTEGER,
  detail      TEXT NOT NULL,
  PRIMARY KEY (message_id, channel_id, number, lease)
);
