-- What somebody types into the form of an answer before it is saved: it outlives the tab, the session and the computer.
CREATE TABLE unsaved_answer (
  person_id BIGINT NOT NULL,
  remark_id BIGINT NOT NULL,
  position VARCHAR(20) NULL,
  rationale MEDIUMTEXT NOT NULL,
  changed_unit VARCHAR(200) NOT NULL,
  whole_group BOOLEAN NOT NULL,
  -- Of the answer on which it was typed, -1 when there was none.
  revision INT NOT NULL,
  kept_at DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, remark_id),
  CONSTRAINT unsaved_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT unsaved_remark FOREIGN KEY (remark_id) REFERENCES remark (id),
  KEY unsaved_by_time (kept_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- What the searches of the register and of the office look in: base forms without diacritics, made by
-- shared.text.PolishSearch, each word marked with its consultation, so that a search costs what its own consultation holds.
-- A table of its own, because it is made anew whenever an answer is approved or a text hidden.
CREATE TABLE remark_words (
  remark_id BIGINT NOT NULL PRIMARY KEY,
  -- What everybody reads.
  public_words MEDIUMTEXT NOT NULL,
  -- What the office reads.
  office_words MEDIUMTEXT NOT NULL,
  CONSTRAINT remark_words_remark FOREIGN KEY (remark_id) REFERENCES remark (id) ON DELETE CASCADE,
  FULLTEXT KEY remark_public_words (public_words),
  FULLTEXT KEY remark_office_words (office_words)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which remarks are alike: each belongs to the lot of the first that says the same. Worked out once, by a job, when a remark
-- has come in; the page of like remarks only reads it.
CREATE TABLE remark_likeness (
  remark_id BIGINT NOT NULL PRIMARY KEY,
  consultation_id BIGINT NOT NULL,
  -- The first remark of the lot; its own key for the first itself.
  lot_id BIGINT NOT NULL,
  CONSTRAINT likeness_remark FOREIGN KEY (remark_id) REFERENCES remark (id) ON DELETE CASCADE,
  KEY likeness_by_lot (consultation_id, lot_id, remark_id)
) DEFAULT CHARSET = utf8mb4;

-- Where a remark looks for those like it: the first of each lot stands in some 25 buckets, by what its words hash to.
CREATE TABLE remark_bucket (
  consultation_id BIGINT NOT NULL,
  bucket BIGINT NOT NULL,
  remark_id BIGINT NOT NULL,
  PRIMARY KEY (consultation_id, bucket, remark_id),
  CONSTRAINT bucket_remark FOREIGN KEY (remark_id) REFERENCES remark (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
