-- What happened at the doors of events: each entry under the number that the phone gave it. Sent twice it is once, and what was taken
-- back stays taken back, however often a phone sends it again.
CREATE TABLE door_entry (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  event_id BIGINT NOT NULL,
  -- Null at the door of the whole event.
  session_id BIGINT NULL,
  attendee_id BIGINT NULL,
  walk_in_id BIGINT NULL,
  answer VARCHAR(20) NOT NULL,
  -- What spoke against it, when they were let in all the same.
  despite VARCHAR(20) NULL,
  how VARCHAR(10) NOT NULL,
  came_at DATETIME(6) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  recorded_by BIGINT NOT NULL,
  door VARCHAR(60) NOT NULL,
  undone_at DATETIME(6) NULL,
  undone_by BIGINT NULL,
  CONSTRAINT door_entry_of_one CHECK ((attendee_id IS NULL) <> (walk_in_id IS NULL)),
  CONSTRAINT door_entry_answer CHECK (answer IN ('LET_IN', 'ALREADY_IN')),
  CONSTRAINT door_entry_despite CHECK (despite IS NULL
    OR despite IN ('ONLINE_ONLY', 'WAITING_ONLY', 'OTHER_SESSION', 'NO_PLACE', 'NOT_CONFIRMED')),
  CONSTRAINT door_entry_how CHECK (how IN ('SCANNED', 'TYPED', 'BY_NAME', 'WALK_IN')),
  CONSTRAINT door_entry_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CONSTRAINT door_entry_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT door_entry_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  CONSTRAINT door_entry_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT door_entry_walk_in FOREIGN KEY (walk_in_id) REFERENCES walk_in (id),
  CONSTRAINT door_entry_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id),
  CONSTRAINT door_entry_undone_by FOREIGN KEY (undone_by) REFERENCES person (id),
  KEY door_entry_by_event (event_id, attendee_id),
  KEY door_entry_by_attendee (attendee_id, session_id),
  KEY door_entry_by_walk_in (walk_in_id, session_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
