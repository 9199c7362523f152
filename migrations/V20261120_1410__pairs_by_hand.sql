-- Entries that look unlike may be one organisation too: a clerk says so, or their statistical numbers do.
ALTER TABLE organisation_double DROP CONSTRAINT double_likeness;
ALTER TABLE organisation_double ADD CONSTRAINT double_likeness
  CHECK (likeness IN ('SAME_NIP', 'SAME_REGON', 'SAME_NAME', 'LIKE_NAME', 'POINTED_OUT'));

ALTER TABLE organisation_double ADD KEY double_parted (same, id);
