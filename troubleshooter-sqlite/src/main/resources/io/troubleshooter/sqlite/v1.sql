CREATE TABLE session (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  title TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  bytes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX session_use ON session (owner, updated);
CREATE TABLE source (
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  text BLOB NOT NULL,
  PRIMARY KEY (session, place)
) STRICT;
CREATE TABLE entry (
  place INTEGER PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX entry_session ON entry (session, place);
CREATE TABLE spending (
  account TEXT NOT NULL,
  day TEXT NOT NULL,
  spent INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account, day)
) STRICT;
CREATE TABLE reservation (
  account TEXT NOT NULL,
  day TEXT NOT NULL,
  id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  open INTEGER NOT NULL,
  PRIMARY KEY (account, day, id)
) STRICT;
CREATE INDEX reservation_open ON reservation (open, lease_until);
CREATE TABLE answer (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_use ON answer (used);
CREATE TABLE audit (
  place INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  account TEXT NOT NULL,
  session TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
