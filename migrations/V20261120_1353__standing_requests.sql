-- Whoever writes for an organisation may ask to represent it: a person has one right in it that holds and one request that
-- waits. 1 while it waits, 2 while it holds, otherwise null.
ALTER TABLE representation
  ADD COLUMN standing TINYINT GENERATED ALWAYS AS
    (CASE WHEN ended_at IS NOT NULL THEN NULL WHEN accepted IS NULL THEN 1 WHEN accepted = TRUE THEN 2 END) STORED,
  ADD UNIQUE KEY representation_standing_once (organisation_id, person_id, standing),
  DROP KEY representation_once;

-- Invitations are deleted when their links stop working.
ALTER TABLE editor_invitation
  ADD KEY invitation_by_end (expires_at),
  ADD KEY invitation_by_inviter (invited_by);
