-- What the court register says otherwise than the directory: a proposal to a clerk, never a change by itself.
CREATE TABLE register_difference (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  field VARCHAR(30) NOT NULL,
  register_value TEXT NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  -- 0 while it waits, otherwise its own key: an organisation has one waiting proposal for a field.
  settled BIGINT NOT NULL,
  settled_at DATETIME(6) NULL,
  settled_by BIGINT NULL,
  accepted BOOLEAN NULL,
  CONSTRAINT difference_settled CHECK ((settled = 0) = (settled_at IS NULL)),
  CONSTRAINT difference_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  UNIQUE KEY difference_once (organisation_id, field, settled),
  KEY difference_waiting (settled, organisation_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
