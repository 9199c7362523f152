-- What a clerk writes to those who registered, or who were there.
CREATE TABLE participant_mail (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Made with the form, so that a form sent twice is one mail.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  audience VARCHAR(10) NOT NULL,
  -- Null: of the whole programme, by either mode.
  session_id BIGINT NULL,
  mode VARCHAR(10) NULL,
  subject VARCHAR(200) NOT NULL,
  body TEXT NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  sent_by BIGINT NULL,
  -- When the last of its letters was put into the outbox; null while they are being written.
  written_at DATETIME(6) NULL,
  CONSTRAINT participant_mail_audience CHECK (audience IN ('REGISTERED', 'BOOKED', 'WAITING', 'CAME', 'ABSENT')),
  CONSTRAINT participant_mail_mode CHECK (mode IS NULL OR mode IN ('ON_SITE', 'ONLINE')),
  CONSTRAINT participant_mail_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT participant_mail_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  CONSTRAINT participant_mail_sent_by FOREIGN KEY (sent_by) REFERENCES person (id),
  UNIQUE KEY participant_mail_form (form_token),
  KEY participant_mail_by_event (event_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- To whom it went, each once.
CREATE TABLE participant_mail_recipient (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mail_id BIGINT NOT NULL,
  registration_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  CONSTRAINT mail_recipient_of_one CHECK ((registration_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT mail_recipient_mail FOREIGN KEY (mail_id) REFERENCES participant_mail (id),
  CONSTRAINT mail_recipient_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT mail_recipient_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  UNIQUE KEY mail_recipient_registration_once (mail_id, registration_id),
  UNIQUE KEY mail_recipient_walk_in_once (mail_id, walk_in_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- When the mail of the day before was put into the outbox.
ALTER TABLE registration ADD COLUMN reminded_at DATETIME(6) NULL;
