-- A mail after an event is noted of each person whose link was in it, so that somebody of whom the portal learns later gets their own.
-- Of mails that went out before, those had theirs who were noted by then.
ALTER TABLE after_mail DROP CONSTRAINT after_mail_to_one;
ALTER TABLE after_mail ADD COLUMN attendee_id BIGINT NULL AFTER kind;
INSERT INTO after_mail (event_id, kind, attendee_id, mailed_at)
  SELECT m.event_id, m.kind, a.id, m.mailed_at FROM after_mail m JOIN attendee a ON a.registration_id = m.registration_id
  WHERE EXISTS (SELECT 1 FROM attendance t WHERE t.attendee_id = a.id AND t.recorded_at <= m.mailed_at);
DELETE FROM after_mail WHERE registration_id IS NOT NULL;
ALTER TABLE after_mail DROP FOREIGN KEY after_mail_registration;
ALTER TABLE after_mail DROP KEY after_mail_once;
ALTER TABLE after_mail
  DROP COLUMN registration_id,
  ADD CONSTRAINT after_mail_to_one CHECK ((attendee_id IS NULL) <> (walk_in_id IS NULL)),
  ADD CONSTRAINT after_mail_attendee FOREIGN KEY (attendee_id) REFERENCES attendee (id),
  ADD UNIQUE KEY after_mail_once (attendee_id, kind);

-- Made with the form, so that a form sent twice is one room and one adviser; null of those that were there before.
ALTER TABLE lent_resource
  ADD COLUMN form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD UNIQUE KEY lent_resource_form (form_token);
ALTER TABLE adviser
  ADD COLUMN form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD UNIQUE KEY adviser_form (form_token);

-- What is lent at a moment or later, without everything that ever was.
ALTER TABLE lending ADD KEY lending_by_end (holds, ends_at, starts_at);
