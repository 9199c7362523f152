-- One event. Its state, beginning and end are not here: they follow from its dates, its sessions and the clock.
CREATE TABLE event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  -- XXIII of "XXIII Forum"; null for what is held once.
  edition SMALLINT NULL,
  title VARCHAR(300) NOT NULL,
  summary VARCHAR(500) NOT NULL,
  description TEXT NOT NULL,
  -- Who holds it, as announced: the office, an organisation chosen by contest, both.
  organiser VARCHAR(300) NOT NULL,
  venue VARCHAR(300) NOT NULL,
  -- What the cooperation programme counts an event as.
  on_local_law BOOLEAN NOT NULL,
  for_both_sectors BOOLEAN NOT NULL,
  for_competence BOOLEAN NOT NULL,
  contact_name VARCHAR(120) NOT NULL,
  contact_email VARCHAR(254) NOT NULL,
  contact_phone VARCHAR(40) NOT NULL,
  -- Both null: nobody registers, whoever comes is welcome.
  registration_opens_at DATETIME(6) NULL,
  registration_closes_at DATETIME(6) NULL,
  people_per_registration SMALLINT NOT NULL,
  -- How long a place waits for the link in the mail to be opened, and an offered one for its answer.
  hold_minutes INT NOT NULL,
  offer_hours INT NOT NULL,
  -- Days after the end when needs and diets are deleted.
  needs_kept_days SMALLINT NOT NULL,
  travel_refund BOOLEAN NOT NULL,
  privacy_clause TEXT NOT NULL,
  -- The first event of a series; a training repeated.
  series_of BIGINT NULL,
  consultation_id BIGINT NULL,
  published_at DATETIME(6) NULL,
  cancelled_at DATETIME(6) NULL,
  cancel_reason VARCHAR(1000) NULL,
  -- Of iCalendar: rises with each change that a calendar must learn of.
  calendar_sequence INT NOT NULL,
  -- Null until it is saved with words; made by shared.text.PolishSearch.
  search_text MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  changed_at DATETIME(6) NOT NULL,
  revision INT NOT NULL,
  CONSTRAINT event_kind CHECK (kind IN ('FORUM', 'TRAINING', 'WORKSHOP', 'WITKAC_MEETING', 'COUNCIL_MEETING',
    'ASSEMBLY_MEETING', 'FAIR', 'CONSULTATION_MEETING', 'OTHER')),
  CONSTRAINT event_edition CHECK (edition IS NULL OR edition BETWEEN 1 AND 999),
  CONSTRAINT event_term CHECK ((registration_opens_at IS NULL AND registration_closes_at IS NULL)
    OR registration_opens_at < registration_closes_at),
  CONSTRAINT event_people CHECK (people_per_registration BETWEEN 1 AND 50),
  CONSTRAINT event_hold CHECK (hold_minutes BETWEEN 5 AND 10080),
  CONSTRAINT event_offer CHECK (offer_hours BETWEEN 1 AND 336),
  CONSTRAINT event_needs_kept CHECK (needs_kept_days BETWEEN 1 AND 365),
  CONSTRAINT event_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
  CONSTRAINT event_series FOREIGN KEY (series_of) REFERENCES event (id),
  CONSTRAINT event_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT event_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY event_slug (slug),
  KEY event_by_publication (published_at, id),
  FULLTEXT KEY event_search (search_text)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- A part of an event with a time of its own. A mode in which it has no places is not offered; one without any places (a coffee
-- break) is not booked.
CREATE TABLE event_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  title VARCHAR(300) NOT NULL,
  description TEXT NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  room VARCHAR(200) NOT NULL,
  places_on_site INT NOT NULL,
  places_online INT NOT NULL,
  -- Shown to those registered for the mode and to nobody else.
  stream_url VARCHAR(500) NOT NULL,
  revision INT NOT NULL,
  CONSTRAINT session_kind CHECK (kind IN ('PLENARY', 'PANEL', 'TRAINING', 'WORKSHOP', 'MEETING', 'BREAK')),
  CONSTRAINT session_times CHECK (starts_at < ends_at),
  CONSTRAINT session_places CHECK (places_on_site BETWEEN 0 AND 100000 AND places_online BETWEEN 0 AND 100000),
  CONSTRAINT session_event FOREIGN KEY (event_id) REFERENCES event (id),
  KEY session_by_event (event_id, starts_at, id),
  KEY session_by_start (starts_at, event_id),
  KEY session_by_end (ends_at, event_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE session_speaker (
  session_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  -- What they are and where: "prezeska, Fundacja X".
  role VARCHAR(300) NOT NULL,
  PRIMARY KEY (session_id, position),
  CONSTRAINT speaker_session FOREIGN KEY (session_id) REFERENCES event_session (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- What the organisers ask of everybody who registers.
CREATE TABLE event_question (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  label VARCHAR(300) NOT NULL,
  -- One a line, of a choice.
  choices VARCHAR(2000) NOT NULL,
  required BOOLEAN NOT NULL,
  CONSTRAINT question_kind CHECK (kind IN ('TEXT', 'CHOICE', 'YES_NO')),
  CONSTRAINT question_event FOREIGN KEY (event_id) REFERENCES event (id),
  UNIQUE KEY question_place (event_id, position)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
