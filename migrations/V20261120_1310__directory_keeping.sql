-- The office did not take a proposed organisation in. Its numbers are free again; what it was stays in its row and history.
CREATE TABLE organisation_refusal (
  organisation_id BIGINT NOT NULL PRIMARY KEY,
  reason VARCHAR(1000) NOT NULL,
  refused_at DATETIME(6) NOT NULL,
  refused_by BIGINT NOT NULL,
  CONSTRAINT refusal_reason CHECK (reason <> ''),
  CONSTRAINT refusal_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT refusal_by FOREIGN KEY (refused_by) REFERENCES person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- The last mail that asked an organisation to confirm its data; its link confirms them without signing in.
CREATE TABLE confirmation_request (
  organisation_id BIGINT NOT NULL PRIMARY KEY,
  token_hash BINARY(32) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  CONSTRAINT confirmation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  UNIQUE KEY confirmation_token (token_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

ALTER TABLE organisation ADD KEY organisation_by_confirmation (confirmed_at, id);

-- Two entries that may be one organisation; a settled pair is remembered, so that it is not shown again.
CREATE TABLE organisation_double (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  lower_id BIGINT NOT NULL,
  higher_id BIGINT NOT NULL,
  likeness VARCHAR(20) NOT NULL,
  found_at DATETIME(6) NOT NULL,
  settled_at DATETIME(6) NULL,
  settled_by BIGINT NULL,
  same BOOLEAN NULL,
  CONSTRAINT double_order CHECK (lower_id < higher_id),
  CONSTRAINT double_likeness CHECK (likeness IN ('SAME_NIP', 'SAME_NAME', 'LIKE_NAME')),
  CONSTRAINT double_settled CHECK ((settled_at IS NULL) = (same IS NULL)),
  CONSTRAINT double_lower FOREIGN KEY (lower_id) REFERENCES organisation (id),
  CONSTRAINT double_higher FOREIGN KEY (higher_id) REFERENCES organisation (id),
  UNIQUE KEY double_once (lower_id, higher_id),
  KEY double_waiting (settled_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Up to which change of the directory doubles were looked for.
CREATE TABLE double_search (
  id INT NOT NULL PRIMARY KEY,
  seen BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4;
INSERT INTO double_search (id, seen) VALUES (1, 0);
