-- Somebody registers themselves, or several people of an organisation, for one event. Without an account it holds its places
-- until the link in the mail is opened, or for as long as confirm_by says.
CREATE TABLE registration (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Made with the form, so that a form sent twice is one registration.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- SHA-256 of the secret in the links of its mails, which follows from the key and the portal's secret.
  token_hash BINARY(32) NULL,
  person_id BIGINT NULL,
  organisation_id BIGINT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phone VARCHAR(40) NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  travel_refund BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirm_by DATETIME(6) NULL,
  confirmed_at DATETIME(6) NULL,
  ended_at DATETIME(6) NULL,
  ended_why VARCHAR(20) NULL,
  calendar_sequence INT NOT NULL,
  revision INT NOT NULL,
  living TINYINT GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN 1 END) VIRTUAL,
  CONSTRAINT registration_ended CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
  CONSTRAINT registration_ended_why CHECK (ended_why IS NULL
    OR ended_why IN ('CANCELLED', 'NOT_CONFIRMED', 'BY_OFFICE', 'EVENT_CANCELLED')),
  CONSTRAINT registration_held CHECK (confirmed_at IS NOT NULL OR confirm_by IS NOT NULL),
  CONSTRAINT registration_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT registration_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT registration_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  UNIQUE KEY registration_form (form_token),
  UNIQUE KEY registration_token (token_hash),
  -- One living registration of an address in an event.
  UNIQUE KEY registration_once (event_id, email_key, living),
  KEY registration_by_person (person_id, id),
  KEY registration_by_organisation (organisation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- One who comes.
CREATE TABLE attendee (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  registration_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  -- In the QR code, and typed where no camera is; says nothing and cannot be guessed.
  ticket CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT attendee_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  UNIQUE KEY attendee_place (registration_id, position),
  UNIQUE KEY attendee_ticket (ticket)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- One place in one session in one mode: taken, offered, or waited for. Who waits is in the order of queue_number.
CREATE TABLE booking (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  attendee_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  mode VARCHAR(10) NOT NULL,
  state VARCHAR(10) NOT NULL,
  queue_number BIGINT NULL,
  offered_until DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  living TINYINT GENERATED ALWAYS AS (CASE WHEN state <> 'ENDED' THEN 1 END) VIRTUAL,
  taken TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'BOOKED' THEN 1 END) VIRTUAL,
  CONSTRAINT booking_mode CHECK (mode IN ('ON_SITE', 'ONLINE')),
  CONSTRAINT booking_state CHECK (state IN ('BOOKED', 'WAITING', 'OFFERED', 'ENDED')),
  CONSTRAINT booking_waits CHECK (state <> 'WAITING' OR queue_number IS NOT NULL),
  CONSTRAINT booking_offered CHECK ((state = 'OFFERED') = (offered_until IS NOT NULL)),
  CONSTRAINT booking_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT booking_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  -- Who waits for a place on site may sit online meanwhile, but nobody is in one session twice in one mode, nor in both at once.
  UNIQUE KEY booking_once (attendee_id, session_id, mode, living),
  UNIQUE KEY booking_taken_once (attendee_id, session_id, taken),
  UNIQUE KEY booking_queue (session_id, mode, queue_number),
  KEY booking_by_session (session_id, mode, state)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Why a place changed hands: every promotion from the waiting list and every change of its order. Rows are only ever added.
CREATE TABLE booking_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  booking_id BIGINT NOT NULL,
  what VARCHAR(20) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NULL,
  CONSTRAINT booking_change_what CHECK (what IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'MOVED')),
  CONSTRAINT booking_change_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT booking_change_by FOREIGN KEY (changed_by) REFERENCES person (id),
  KEY booking_change_in_order (booking_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE registration_answer (
  registration_id BIGINT NOT NULL,
  question_id BIGINT NOT NULL,
  answer VARCHAR(2000) NOT NULL,
  PRIMARY KEY (registration_id, question_id),
  CONSTRAINT answer_registration FOREIGN KEY (registration_id) REFERENCES registration (id),
  CONSTRAINT answer_question FOREIGN KEY (question_id) REFERENCES event_question (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Special-category data (article 9 GDPR), with a consent of their own; deleted by a job after the days the event sets.
CREATE TABLE attendee_need (
  attendee_id BIGINT NOT NULL,
  need VARCHAR(20) NOT NULL,
  note VARCHAR(500) NOT NULL,
  consented_at DATETIME(6) NOT NULL,
  PRIMARY KEY (attendee_id, need),
  CONSTRAINT need_kind CHECK (need IN ('SIGN_LANGUAGE', 'INDUCTION_LOOP', 'WHEELCHAIR', 'ASSISTANT', 'TRANSLATION', 'DIET', 'OTHER')),
  CONSTRAINT need_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
