-- Who may look at alerts, or change what is told, over HTTP. A token itself is not kept.
CREATE TABLE api_token (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  shown         TEXT NOT NULL,                    -- its first characters, to tell it from others
  hash          TEXT NOT NULL UNIQUE,             -- SHA-256, hexadecimal
  scope         TEXT NOT NULL,                    -- READ, WRITE
  created_at    BIGINT NOT NULL,
  last_used_at  BIGINT,
  revoked_at    BIGINT
);
