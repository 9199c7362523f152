-- A published report is read by the page: its register lies in rows, and "frozen" holds what stands before the register.
-- A report published before has all of it in "frozen" and no size here; it is parted when it is next read.
CREATE TABLE report_entry (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  report_id BIGINT NOT NULL,
  -- In the register, from 0.
  position INT NOT NULL,
  number INT NOT NULL,
  entry MEDIUMTEXT NOT NULL,
  CONSTRAINT entry_report FOREIGN KEY (report_id) REFERENCES consultation_report (id),
  UNIQUE KEY entry_position (report_id, position),
  UNIQUE KEY entry_number (report_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Words hidden after publishing make a new edition, frozen as the first was.
ALTER TABLE consultation_report
  ADD COLUMN edition INT NOT NULL DEFAULT 1,
  ADD COLUMN register_size INT NULL;

-- The edition that stands since the correction.
ALTER TABLE report_correction ADD COLUMN edition INT NOT NULL DEFAULT 1;

-- What is printed goes to the stored files, in parts that every packet holds. It is made from the frozen report, so what was
-- printed before is printed again when somebody asks for it.
DELETE FROM report_volume;
-- A node of the release before goes on writing this column until it is replaced.
ALTER TABLE report_volume MODIFY COLUMN pdf LONGBLOB NULL;
ALTER TABLE report_volume ADD COLUMN file_id BIGINT NULL;
ALTER TABLE report_volume ADD CONSTRAINT volume_file FOREIGN KEY (file_id) REFERENCES stored_file (id);

-- What a clerk entered from paper may hold personal data in its current wording, and so may an answer.
ALTER TABLE remark_redaction DROP CONSTRAINT redaction_field;
ALTER TABLE remark_redaction ADD CONSTRAINT redaction_field
  CHECK (field IN ('AUTHOR', 'CURRENT_WORDING', 'PROPOSED_WORDING', 'RATIONALE', 'ANSWER', 'ATTACHMENT'));
