-- A remark made for an organisation: owned by all who speak for it, whoever wrote it. The author stays the person who wrote or
-- submitted it, for the office and the audit.
ALTER TABLE remark
  -- As long as the name of an organisation.
  MODIFY COLUMN author_name VARCHAR(300) NOT NULL,
  ADD COLUMN organisation_id BIGINT NULL,
  -- An editor has finished it, and a representative is to look and submit it.
  ADD COLUMN ready_at DATETIME(6) NULL,
  ADD CONSTRAINT remark_of_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  ADD CONSTRAINT remark_ready CHECK (ready_at IS NULL OR organisation_id IS NOT NULL),
  ADD KEY remark_by_organisation (organisation_id, changed_at);
