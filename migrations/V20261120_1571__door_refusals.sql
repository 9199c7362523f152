-- Who watched the stream of a session and then came to its room is there once, on site; since when they watched is kept, for the case
-- that the entry is taken back.
ALTER TABLE attendance ADD COLUMN watched_at DATETIME(6) NULL;

-- Whom a phone without a network let in, and the portal would not: they are in the room, so the office settles it. Kept here and not
-- on the phone alone, which forgets what it knows when somebody signs out.
CREATE TABLE door_refusal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- The number that the phone gave the entry: sent twice it is once.
  entry_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id BIGINT NOT NULL,
  session_id BIGINT NULL,
  attendee_id BIGINT NULL,
  -- Of one who has no ticket for this event; emptied once it is settled.
  name VARCHAR(200) NOT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  -- Why the portal refused.
  answer VARCHAR(20) NOT NULL,
  came_at DATETIME(6) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  recorded_by BIGINT NOT NULL,
  door VARCHAR(60) NOT NULL,
  settled_at DATETIME(6) NULL,
  settled_by BIGINT NULL,
  CONSTRAINT door_refusal_settled CHECK (settled_by IS NULL OR settled_at IS NOT NULL),
  CONSTRAINT door_refusal_event FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT door_refusal_session FOREIGN KEY (session_id) REFERENCES event_session (id),
  CONSTRAINT door_refusal_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  CONSTRAINT door_refusal_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id),
  CONSTRAINT door_refusal_settled_by FOREIGN KEY (settled_by) REFERENCES person (id),
  UNIQUE KEY door_refusal_once (entry_id),
  KEY door_refusal_open (event_id, settled_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
