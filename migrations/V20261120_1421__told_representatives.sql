-- When the representatives of an organisation were last told by mail that a draft waits for them, so that an editor who mends and
-- leaves it again and again does not write to them each time.
ALTER TABLE remark ADD COLUMN told_at DATETIME(6) NULL;
