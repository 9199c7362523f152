-- One who came without having registered.
CREATE TABLE walk_in (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Made by the phone at the door, so that an entry sent twice is one person.
  entry_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Emptied when the time of keeping is over; the row still counts.
  name VARCHAR(200) NOT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  -- Empty, or where the certificate and the survey go.
  email VARCHAR(254) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  CONSTRAINT walk_in_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT walk_in_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY walk_in_entry (entry_token),
  KEY walk_in_by_event (event_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Somebody was there: at the event, or in one session of it. However often and at however many doors a ticket is scanned, this is
-- one row with the earliest time.
CREATE TABLE attendance (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Null at the door of the whole event.
  session_id BIGINT NULL,
  attendee_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  mode VARCHAR(10) NOT NULL,
  how VARCHAR(10) NOT NULL,
  -- When they came, and when the portal learned of it: a phone without network tells later.
  came_at DATETIME(6) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  -- Null when they opened the stream by themselves.
  recorded_by BIGINT NULL,
  -- Which entrance, as the person at it called it.
  door VARCHAR(60) NOT NULL,
  -- Taken back: the wrong person was ticked.
  withdrawn_at DATETIME(6) NULL,
  withdrawn_by BIGINT NULL,
  at_session BIGINT GENERATED ALWAYS AS (COALESCE(session_id, 0)) VIRTUAL,
  living TINYINT GENERATED ALWAYS AS (CASE WHEN withdrawn_at IS NULL THEN 1 END) VIRTUAL,
  CONSTRAINT attendance_of_one CHECK ((attendee_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT attendance_mode CHECK (mode IN ('ON_SITE', 'ONLINE')),
  CONSTRAINT attendance_how CHECK (how IN ('SCANNED', 'TYPED', 'BY_NAME', 'ON_LIST', 'STREAM', 'WALK_IN')),
  CONSTRAINT attendance_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CONSTRAINT attendance_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT attendance_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  CONSTRAINT attendance_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT attendance_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  CONSTRAINT attendance_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id),
  CONSTRAINT attendance_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES person (id),
  UNIQUE KEY attendance_once (attendee_id, at_session, living),
  UNIQUE KEY attendance_walk_in_once (walk_in_id, at_session, living),
  KEY attendance_by_event (event_id, living, at_session)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- People who were counted and not named: a meeting that nobody registers for, viewers of a stream. The newest row of a mode holds;
-- the older ones show who corrected it.
CREATE TABLE head_count (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BIGINT NOT NULL,
  mode VARCHAR(10) NOT NULL,
  people INT NOT NULL,
  -- How they were counted.
  note VARCHAR(500) NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  counted_by BIGINT NULL,
  CONSTRAINT head_count_mode CHECK (mode IN ('ON_SITE', 'ONLINE')),
  CONSTRAINT head_count_people CHECK (people BETWEEN 0 AND 100000),
  CONSTRAINT head_count_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT head_count_by FOREIGN KEY (counted_by) REFERENCES person (id),
  KEY head_count_newest (event_id, mode, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
