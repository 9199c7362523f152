-- Each number of a row, and its name, place and county, so that a double inside one file is found by any of them. The column
-- match_key, which held only the first of them, is used no more.
ALTER TABLE organisation_import_row
  ADD COLUMN match_krs VARCHAR(10) CHARACTER SET ascii NULL,
  ADD COLUMN match_regon VARCHAR(14) CHARACTER SET ascii NULL,
  ADD COLUMN match_name VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  -- Whether the cells of columns that are not read have been emptied.
  ADD COLUMN blanked BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY import_row_by_krs (import_id, match_krs),
  ADD KEY import_row_by_regon (import_id, match_regon),
  ADD KEY import_row_by_name (import_id, match_name),
  ADD KEY import_row_by_organisation (import_id, organisation_id),
  ADD KEY import_row_by_blanked (import_id, blanked);

-- Rows are deleted a month after anything last happened to their import; how many came out how stays.
ALTER TABLE organisation_import
  ADD COLUMN changed_at DATETIME(6) NULL,
  -- A JSON object by outcome, once the rows are deleted.
  ADD COLUMN counts VARCHAR(500) NULL;
