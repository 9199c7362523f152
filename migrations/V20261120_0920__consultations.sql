-- One consultation. Its state follows from the dates below and the clock; nothing here says "open".
CREATE TABLE consultation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  -- K/2026/7: given when the consultation is announced, in order within the year.
  year SMALLINT NULL,
  number INT NULL,
  title VARCHAR(500) NOT NULL,
  subject VARCHAR(500) NOT NULL,
  summary TEXT NOT NULL,
  legal_basis VARCHAR(1000) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  participants VARCHAR(1000) NOT NULL,
  channels VARCHAR(100) NOT NULL,
  department_id BIGINT NOT NULL,
  contact_name VARCHAR(200) NOT NULL,
  contact_email VARCHAR(254) NOT NULL,
  contact_phone VARCHAR(40) NOT NULL,
  opens_at DATETIME(6) NULL,
  -- First moment at which nothing is accepted any more.
  closes_at DATETIME(6) NULL,
  report_due_on DATE NULL,
  four_eyes BOOLEAN NOT NULL,
  meeting_at DATETIME(6) NULL,
  meeting_place VARCHAR(300) NULL,
  meeting_note VARCHAR(1000) NULL,
  announced_at DATETIME(6) NULL,
  cancelled_at DATETIME(6) NULL,
  cancel_reason VARCHAR(1000) NULL,
  act_number VARCHAR(60) NULL,
  act_adopted_on DATE NULL,
  act_link VARCHAR(500) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT consultation_kind CHECK (kind IN ('LOCAL_LAW_ACT', 'PROGRAMME', 'RESOLUTION', 'OTHER')),
  CONSTRAINT consultation_term CHECK (closes_at > opens_at),
  CONSTRAINT consultation_announced CHECK (announced_at IS NULL
    OR (opens_at IS NOT NULL AND closes_at IS NOT NULL AND year IS NOT NULL AND number IS NOT NULL)),
  CONSTRAINT consultation_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
  CONSTRAINT consultation_adopted CHECK ((act_number IS NULL) = (act_adopted_on IS NULL)),
  CONSTRAINT consultation_department FOREIGN KEY (department_id) REFERENCES department (id),
  UNIQUE KEY consultation_slug (slug),
  UNIQUE KEY consultation_number (year, number),
  KEY consultation_by_term (closes_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- One row a year, locked while a number of that year is given out.
CREATE TABLE consultation_year (
  year SMALLINT NOT NULL PRIMARY KEY
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE consultation_extension (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  old_closes_at DATETIME(6) NOT NULL,
  new_closes_at DATETIME(6) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  extended_at DATETIME(6) NOT NULL,
  extended_by BIGINT NULL,
  CONSTRAINT extension_later CHECK (new_closes_at > old_closes_at),
  CONSTRAINT extension_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  KEY extension_by_consultation (consultation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE consultation_document (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  title VARCHAR(200) NOT NULL,
  file_id BIGINT NOT NULL,
  CONSTRAINT document_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT document_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  KEY document_by_consultation (consultation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- One version of the draft. Until it is published its units may be mended by hand.
CREATE TABLE draft_version (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  number INT NOT NULL,
  title VARCHAR(1000) NOT NULL,
  note VARCHAR(1000) NOT NULL,
  file_id BIGINT NULL,
  published_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT version_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT version_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  UNIQUE KEY version_number (consultation_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE draft_unit (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version_id BIGINT NOT NULL,
  position INT NOT NULL,
  address VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) NOT NULL,
  label VARCHAR(200) NOT NULL,
  citation VARCHAR(300) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  -- The unit of the version before that this one continues, and how.
  previous_id BIGINT NULL,
  fate VARCHAR(10) NULL,
  CONSTRAINT unit_fate CHECK (fate IN ('SAME', 'CHANGED', 'MOVED', 'NEW')),
  CONSTRAINT unit_version FOREIGN KEY (version_id) REFERENCES draft_version (id),
  CONSTRAINT unit_previous FOREIGN KEY (previous_id) REFERENCES draft_unit (id),
  UNIQUE KEY unit_address (version_id, address),
  UNIQUE KEY unit_position (version_id, position),
  UNIQUE KEY unit_continues_once (previous_id, version_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE draft_aside (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  number VARCHAR(20) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  after_address VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at_character INT NOT NULL,
  CONSTRAINT aside_version FOREIGN KEY (version_id) REFERENCES draft_version (id),
  UNIQUE KEY aside_position (version_id, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE draft_doubt (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  unit_address VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail VARCHAR(500) NOT NULL,
  CONSTRAINT doubt_version FOREIGN KEY (version_id) REFERENCES draft_version (id),
  UNIQUE KEY doubt_position (version_id, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Like remarks that get one answer.
CREATE TABLE remark_group (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  CONSTRAINT remark_group_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  KEY remark_group_by_consultation (consultation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE remark (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  -- The version and unit it was made on; no unit means the whole act.
  version_id BIGINT NOT NULL,
  unit_id BIGINT NULL,
  state VARCHAR(10) NOT NULL,
  -- Given when submitted: 1, 2, 3 … within the consultation, without gaps, withdrawn ones included.
  number INT NULL,
  channel VARCHAR(20) NOT NULL,
  -- Who made it here; null for what came on paper, by e-mail or at a meeting and was entered by the office.
  author_id BIGINT NULL,
  author_name VARCHAR(200) NOT NULL,
  author_consents BOOLEAN NOT NULL,
  entered_by BIGINT NULL,
  current_wording MEDIUMTEXT NOT NULL,
  proposed_wording MEDIUMTEXT NOT NULL,
  rationale MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  submitted_at DATETIME(6) NULL,
  withdrawn_at DATETIME(6) NULL,
  content_hash BINARY(32) NULL,
  -- Made by the browser's form: the same form sent twice is one remark.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  group_id BIGINT NULL,
  department_id BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT remark_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')),
  CONSTRAINT remark_channel CHECK (channel IN ('FORM', 'EMAIL', 'PAPER', 'MEETING', 'COUNCIL_OPINION')),
  CONSTRAINT remark_numbered CHECK ((state = 'DRAFT') = (number IS NULL)),
  CONSTRAINT remark_stamped CHECK ((number IS NULL) = (submitted_at IS NULL) AND (number IS NULL) = (content_hash IS NULL)),
  CONSTRAINT remark_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
  CONSTRAINT remark_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT remark_version FOREIGN KEY (version_id) REFERENCES draft_version (id),
  CONSTRAINT remark_unit FOREIGN KEY (unit_id) REFERENCES draft_unit (id),
  CONSTRAINT remark_author FOREIGN KEY (author_id) REFERENCES person (id),
  CONSTRAINT remark_in_group FOREIGN KEY (group_id) REFERENCES remark_group (id),
  CONSTRAINT remark_department FOREIGN KEY (department_id) REFERENCES department (id),
  UNIQUE KEY remark_number (consultation_id, number),
  UNIQUE KEY remark_form (consultation_id, form_token),
  KEY remark_by_state (consultation_id, state, number),
  KEY remark_by_unit (unit_id, state),
  KEY remark_by_author (author_id, changed_at),
  KEY remark_by_department (department_id, consultation_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE remark_attachment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  remark_id BIGINT NOT NULL,
  file_id BIGINT NOT NULL,
  CONSTRAINT attachment_remark FOREIGN KEY (remark_id) REFERENCES remark (id),
  CONSTRAINT attachment_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  KEY attachment_by_remark (remark_id, id)
) DEFAULT CHARSET = utf8mb4;

-- A part of a remark's text that the office does not show, and why. The text itself stays in the remark.
CREATE TABLE remark_redaction (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  remark_id BIGINT NOT NULL,
  field VARCHAR(20) NOT NULL,
  hidden_text TEXT NOT NULL,
  reason VARCHAR(500) NOT NULL,
  hidden_at DATETIME(6) NOT NULL,
  hidden_by BIGINT NULL,
  CONSTRAINT redaction_field CHECK (field IN ('AUTHOR', 'PROPOSED_WORDING', 'RATIONALE', 'ATTACHMENT')),
  CONSTRAINT redaction_remark FOREIGN KEY (remark_id) REFERENCES remark (id),
  KEY redaction_by_remark (remark_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- The office's answer to one remark; remarks of a group each have a row of their own with the same words.
CREATE TABLE answer (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  remark_id BIGINT NOT NULL,
  state VARCHAR(10) NOT NULL,
  position VARCHAR(20) NULL,
  rationale MEDIUMTEXT NOT NULL,
  -- Where an accepted remark changed the next version.
  changed_unit_id BIGINT NULL,
  drafted_by BIGINT NULL,
  drafted_at DATETIME(6) NOT NULL,
  approved_by BIGINT NULL,
  approved_at DATETIME(6) NULL,
  return_reason VARCHAR(1000) NULL,
  revision INT NOT NULL,
  CONSTRAINT answer_state CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED')),
  CONSTRAINT answer_position CHECK (position IN ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED', 'OUT_OF_SCOPE')),
  CONSTRAINT answer_approved CHECK ((state = 'APPROVED') = (approved_at IS NOT NULL)),
  CONSTRAINT answer_complete CHECK (state = 'DRAFT' OR (position IS NOT NULL AND rationale <> '')),
  CONSTRAINT answer_remark FOREIGN KEY (remark_id) REFERENCES remark (id),
  CONSTRAINT answer_unit FOREIGN KEY (changed_unit_id) REFERENCES draft_unit (id),
  UNIQUE KEY answer_once (remark_id),
  KEY answer_by_state (state, remark_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- The published report: frozen with its data, so that later changes elsewhere never reach it.
CREATE TABLE consultation_report (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  introduction TEXT NOT NULL,
  afterword TEXT NOT NULL,
  published_at DATETIME(6) NULL,
  published_by BIGINT NULL,
  frozen LONGTEXT NULL,
  sha256 BINARY(32) NULL,
  pdf LONGBLOB NULL,
  revision INT NOT NULL,
  CONSTRAINT report_frozen CHECK ((published_at IS NULL) = (frozen IS NULL)),
  CONSTRAINT report_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  UNIQUE KEY report_once (consultation_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE report_correction (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  report_id BIGINT NOT NULL,
  text TEXT NOT NULL,
  corrected_at DATETIME(6) NOT NULL,
  corrected_by BIGINT NULL,
  CONSTRAINT correction_report FOREIGN KEY (report_id) REFERENCES consultation_report (id),
  KEY correction_by_report (report_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Who is told by e-mail; consultation_id null means all of them. No account is needed.
CREATE TABLE follower (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  consultation_id BIGINT NULL,
  -- 0 stands for all, because a unique key lets NULL in twice.
  scope BIGINT NOT NULL,
  pace VARCHAR(10) NOT NULL,
  language VARCHAR(2) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6) NULL,
  CONSTRAINT follower_pace CHECK (pace IN ('AT_ONCE', 'DAILY', 'WEEKLY')),
  CONSTRAINT follower_scope CHECK (scope = COALESCE(consultation_id, 0)),
  CONSTRAINT follower_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  UNIQUE KEY follower_once (email_key, scope),
  UNIQUE KEY follower_token (token_hash),
  KEY follower_by_scope (scope, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- One piece of news for one follower; waits for its digest or goes at once, and goes once.
CREATE TABLE follower_news (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  follower_id BIGINT NOT NULL,
  consultation_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  -- Tells apart news of the same kind, such as two extensions.
  occurrence VARCHAR(40) NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  mailed_at DATETIME(6) NULL,
  CONSTRAINT news_kind CHECK (kind IN ('ANNOUNCED', 'NEW_VERSION', 'EXTENDED', 'CLOSING_SOON', 'CANCELLED', 'REPORT')),
  CONSTRAINT news_follower FOREIGN KEY (follower_id) REFERENCES follower (id) ON DELETE CASCADE,
  CONSTRAINT news_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  UNIQUE KEY news_once (follower_id, consultation_id, kind, occurrence),
  KEY news_waiting (mailed_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Settings of the office that replace the defaults in the code.
CREATE TABLE consultation_setting (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  value VARCHAR(200) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
