ALTER TABLE session ADD COLUMN sealed_title BLOB;
ALTER TABLE source ADD COLUMN sealed_name BLOB;
ALTER TABLE entry ADD COLUMN sealed BLOB;
ALTER TABLE answer ADD COLUMN sealed BLOB;
CREATE INDEX session_age ON session (updated);
CREATE TABLE document (
  collection TEXT NOT NULL,
  key TEXT NOT NULL,
  json BLOB NOT NULL,
  version INTEGER NOT NULL,
  expires INTEGER,
  PRIMARY KEY (collection, key)
) STRICT;
CREATE INDEX document_expiry ON document (expires) WHERE expires IS NOT NULL;
CREATE TABLE allowance (
  account TEXT PRIMARY KEY,
  daily INTEGER NOT NULL
) STRICT;
CREATE INDEX spending_day ON spending (day);
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_time ON audit (action, time);
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  state BLOB NOT NULL
) STRICT;
