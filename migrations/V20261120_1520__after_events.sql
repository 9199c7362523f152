-- How long names and addresses of people are kept after an event, as its privacy clause says; and when they were deleted.
ALTER TABLE event
  ADD COLUMN people_kept_years SMALLINT NOT NULL DEFAULT 5,
  ADD COLUMN people_forgotten_at DATETIME(6) NULL,
  ADD CONSTRAINT event_people_kept CHECK (people_kept_years BETWEEN 1 AND 50);

-- By what the link of one person who was there is known: SHA-256 of its secret, which follows from the key and the portal's secret.
CREATE TABLE event_person_link (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  attendee_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  CONSTRAINT person_link_of_one CHECK ((attendee_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT person_link_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT person_link_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  UNIQUE KEY person_link_of_attendee (attendee_id),
  UNIQUE KEY person_link_of_walk_in (walk_in_id)
) DEFAULT CHARSET = utf8mb4;

-- That somebody took part. What it says is frozen when it is first asked for: the paper and the portal never differ.
CREATE TABLE certificate (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  attendee_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  -- Z/2026/7K3M-9QXZ is the year and the code; the code is drawn by chance.
  year SMALLINT NOT NULL,
  code CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Emptied when the time of keeping is over.
  name VARCHAR(200) NOT NULL,
  event_title VARCHAR(300) NOT NULL,
  organiser VARCHAR(300) NOT NULL,
  venue VARCHAR(300) NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  participation VARCHAR(10) NOT NULL,
  -- Of the sessions, those at the same time once; 0 where nobody noted sessions.
  minutes INT NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  issued_by BIGINT NULL,
  -- The one with the wrong name in whose place this is, and why.
  replaces BIGINT NULL,
  reason VARCHAR(500) NOT NULL,
  replaced_at DATETIME(6) NULL,
  revoked_at DATETIME(6) NULL,
  revoked_by BIGINT NULL,
  revoke_reason VARCHAR(500) NULL,
  forgotten_at DATETIME(6) NULL,
  living TINYINT GENERATED ALWAYS AS (CASE WHEN replaced_at IS NULL THEN 1 END) VIRTUAL,
  CONSTRAINT certificate_of_one CHECK ((attendee_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT certificate_participation CHECK (participation IN ('ON_SITE', 'ONLINE', 'BOTH')),
  CONSTRAINT certificate_times CHECK (starts_at < ends_at AND minutes >= 0),
  CONSTRAINT certificate_revoked CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  CONSTRAINT certificate_forgotten CHECK ((forgotten_at IS NULL) = (name <> '')),
  CONSTRAINT certificate_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT certificate_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT certificate_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  CONSTRAINT certificate_issued_by FOREIGN KEY (issued_by) REFERENCES person (id),
  CONSTRAINT certificate_revoked_by FOREIGN KEY (revoked_by) REFERENCES person (id),
  CONSTRAINT certificate_replaces FOREIGN KEY (replaces) REFERENCES certificate (id),
  UNIQUE KEY certificate_code (code),
  -- One that holds of a person in an event, whoever asks for it at the same moment.
  UNIQUE KEY certificate_once (attendee_id, living),
  UNIQUE KEY certificate_walk_in_once (walk_in_id, living),
  KEY certificate_by_event (event_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE certificate_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  certificate_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  title VARCHAR(300) NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  mode VARCHAR(10) NOT NULL,
  CONSTRAINT certificate_session_mode CHECK (mode IN ('ON_SITE', 'ONLINE')),
  CONSTRAINT certificate_session_of FOREIGN KEY (certificate_id) REFERENCES certificate (id),
  UNIQUE KEY certificate_session_place (certificate_id, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Mails that go out once after an event: the link to the certificate, the invitation to the survey.
CREATE TABLE after_mail (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  registration_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  mailed_at DATETIME(6) NOT NULL,
  CONSTRAINT after_mail_kind CHECK (kind IN ('CERTIFICATE', 'SURVEY')),
  CONSTRAINT after_mail_to_one CHECK ((registration_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT after_mail_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT after_mail_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT after_mail_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  UNIQUE KEY after_mail_once (registration_id, kind),
  UNIQUE KEY after_mail_walk_in_once (walk_in_id, kind),
  KEY after_mail_by_event (event_id, kind)
) DEFAULT CHARSET = utf8mb4;

-- What people are asked after an event.
CREATE TABLE survey (
  event_id BIGINT NOT NULL PRIMARY KEY,
  intro VARCHAR(1000) NOT NULL,
  -- From the end of the event, or from when it was ready, if that was later.
  open_days SMALLINT NOT NULL,
  ready_at DATETIME(6) NULL,
  -- Before its days were over.
  closed_at DATETIME(6) NULL,
  CONSTRAINT survey_days CHECK (open_days BETWEEN 1 AND 90),
  CONSTRAINT survey_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE survey_question (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  label VARCHAR(300) NOT NULL,
  -- One a line, of a choice.
  choices VARCHAR(2000) NOT NULL,
  required BOOLEAN NOT NULL,
  CONSTRAINT survey_question_kind CHECK (kind IN ('SCALE', 'ONE', 'MANY', 'TEXT')),
  CONSTRAINT survey_question_of FOREIGN KEY (event_id) REFERENCES survey (event_id) ON DELETE CASCADE,
  UNIQUE KEY survey_question_place (event_id, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Who has answered is kept apart from what was answered, and nothing joins the two: no number that counts up, no moment. Here is
-- the hash of a secret that follows from the person, the survey and the portal's secret, so that nobody reads here who it was;
-- there a number drawn by chance. Both tables lie in the order of their keys, which is no order of time.
CREATE TABLE survey_answered (
  event_id BIGINT NOT NULL,
  person_hash BINARY(32) NOT NULL,
  PRIMARY KEY (event_id, person_hash),
  CONSTRAINT survey_answered_of FOREIGN KEY (event_id) REFERENCES survey (event_id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_sheet (
  event_id BIGINT NOT NULL,
  sheet CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (event_id, sheet),
  CONSTRAINT survey_sheet_of FOREIGN KEY (event_id) REFERENCES survey (event_id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_answer (
  sheet CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  question_id BIGINT NOT NULL,
  -- On the scale, or the number of what was chosen, from 1; 0 for words.
  choice SMALLINT NOT NULL,
  words VARCHAR(2000) NOT NULL,
  PRIMARY KEY (sheet, question_id, choice),
  -- What somebody answered is never deleted from under the answer.
  CONSTRAINT survey_answer_to FOREIGN KEY (question_id) REFERENCES survey_question (id),
  KEY survey_answer_of_question (question_id, choice, sheet)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- What stays of an event: presentations, links, recordings.
CREATE TABLE event_material (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Null when it is about the event as a whole.
  session_id BIGINT NULL,
  kind VARCHAR(10) NOT NULL,
  audience VARCHAR(12) NOT NULL,
  title VARCHAR(200) NOT NULL,
  url VARCHAR(500) NOT NULL,
  file_id BIGINT NULL,
  added_at DATETIME(6) NOT NULL,
  added_by BIGINT NULL,
  CONSTRAINT material_kind CHECK (kind IN ('FILE', 'LINK', 'RECORDING')),
  CONSTRAINT material_audience CHECK (audience IN ('EVERYONE', 'REGISTERED', 'ATTENDED')),
  CONSTRAINT material_what CHECK ((kind = 'FILE') = (file_id IS NOT NULL) AND (kind = 'FILE') = (url = '')),
  CONSTRAINT material_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT material_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  CONSTRAINT material_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT material_added_by FOREIGN KEY (added_by) REFERENCES person (id),
  KEY material_by_event (event_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
