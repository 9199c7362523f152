-- What stands in the calendar of who registered: one entry for each day on which they have places, so that each message is about one
-- entry (RFC 5546), a later one changes it, and a day without places any more is taken out.
CREATE TABLE registration_invitation (
  registration_id BIGINT NOT NULL,
  day DATE NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  -- SHA-256 of what the entry says, so that nothing is sent twice that has not changed.
  content BINARY(32) NOT NULL,
  -- Of iCalendar.
  sequence INT NOT NULL,
  cancelled BOOLEAN NOT NULL,
  PRIMARY KEY (registration_id, day),
  CONSTRAINT invitation_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
