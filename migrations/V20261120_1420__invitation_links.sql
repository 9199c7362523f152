-- The links in invitations, by which an organisation asks never to be invited again. They outlive invitations: when two entries
-- of the directory turn out to be one organisation, one of its two invitations goes, and the links in both mails still work.
CREATE TABLE invitation_link (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  CONSTRAINT invitation_link_of FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO invitation_link (token_hash, organisation_id)
  SELECT token_hash, organisation_id FROM consultation_invitation WHERE token_hash IS NOT NULL;

ALTER TABLE consultation_invitation
  DROP KEY consultation_invitation_token,
  DROP COLUMN token_hash,
  -- What the directory has as the organisation's address is none, so its mail is not written.
  ADD COLUMN unsendable BOOLEAN NOT NULL DEFAULT FALSE;
