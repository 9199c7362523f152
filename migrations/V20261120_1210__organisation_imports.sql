-- A file of organisations that a clerk sent. Its rows carry how far the work is, so that after a crash of the server it goes on
-- with the first row that is not done.
CREATE TABLE organisation_import (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_name VARCHAR(200) NOT NULL,
  state VARCHAR(10) NOT NULL,
  -- The headings of the file, and the field that each column is read as (empty: not read), as JSON lists of one length.
  headings MEDIUMTEXT NOT NULL,
  fields TEXT NOT NULL,
  row_count INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  finished_at DATETIME(6) NULL,
  CONSTRAINT import_state CHECK (state IN ('SENT', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE')),
  KEY import_by_time (created_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE organisation_import_row (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  import_id BIGINT NOT NULL,
  line_number INT NOT NULL,
  cells MEDIUMTEXT NOT NULL,
  -- What tells the organisation from others: its KRS, else its REGON, else its name and town.
  match_key VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  -- Null until it was checked.
  outcome VARCHAR(12) NULL,
  -- Field and text key of each mistake with its arguments, as JSON.
  problems TEXT NOT NULL,
  organisation_id BIGINT NULL,
  CONSTRAINT import_row_outcome CHECK (outcome IN ('WOULD_ADD', 'WOULD_CHANGE', 'SAME', 'REFUSED', 'ADDED', 'CHANGED')),
  CONSTRAINT import_row_import FOREIGN KEY (import_id) REFERENCES organisation_import (id) ON DELETE CASCADE,
  KEY import_row_by_outcome (import_id, outcome, id),
  KEY import_row_by_match (import_id, match_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
