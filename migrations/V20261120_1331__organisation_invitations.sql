-- An organisation that the office asked to take part in a consultation; once, however often a list of such is drawn up.
CREATE TABLE consultation_invitation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  invited_by BIGINT NOT NULL,
  mailed_at DATETIME(6) NULL,
  -- Of the link in its mail by which the organisation asks never to be invited again.
  token_hash BINARY(32) NULL,
  CONSTRAINT consultation_invitation_to FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT consultation_invitation_of FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT consultation_invitation_by FOREIGN KEY (invited_by) REFERENCES person (id),
  UNIQUE KEY consultation_invitation_once (consultation_id, organisation_id),
  UNIQUE KEY consultation_invitation_token (token_hash),
  KEY consultation_invitation_waiting (consultation_id, mailed_at, id)
) DEFAULT CHARSET = utf8mb4;
