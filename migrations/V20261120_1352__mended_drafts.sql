-- What a clerk mended by hand is not lost by reading the draft again unasked. The revision cannot tell: it moves with other
-- changes too. Of what nobody published yet and was changed before, it is better asked once too often.
ALTER TABLE draft_version ADD COLUMN mended BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE draft_version SET mended = TRUE WHERE published_at IS NULL AND revision > 0;
