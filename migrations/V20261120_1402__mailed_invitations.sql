-- An invitation for the recipient's calendar, which goes as an alternative of the words and as a file.
ALTER TABLE mail_message
  ADD COLUMN calendar_type VARCHAR(100) NULL,
  ADD COLUMN calendar MEDIUMTEXT NULL;
