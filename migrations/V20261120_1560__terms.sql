-- What who registers for an event agrees to; empty where there is nothing but the privacy clause.
-- And the first of the editions of what is held again and again: copies know what they are copies of.
ALTER TABLE event
  ADD COLUMN terms TEXT NOT NULL DEFAULT (''),
  ADD COLUMN edition_of BIGINT NULL,
  ADD CONSTRAINT event_edition_of FOREIGN KEY (edition_of) REFERENCES event (id) ON DELETE SET NULL;
