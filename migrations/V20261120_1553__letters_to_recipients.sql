-- Whom a mail is for is settled when it is sent; when each letter was put into the outbox is noted here.
ALTER TABLE participant_mail_recipient
  ADD COLUMN put_at DATETIME(6) NULL,
  ADD KEY mail_recipient_to_put (mail_id, put_at, id);
