ALTER TABLE source ADD COLUMN begun INTEGER;
CREATE INDEX source_begun ON source (begun) WHERE begun IS NOT NULL;
CREATE TABLE source_part (
  session TEXT NOT NULL,
  place INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text BLOB NOT NULL,
  PRIMARY KEY (session, place, number),
  FOREIGN KEY (session, place) REFERENCES source (session, place) ON DELETE CASCADE
) STRICT;
