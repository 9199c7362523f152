-- When the court register was last asked about an organisation, whatever came of it: one that it cannot answer about goes to
-- the end of the queue and stops nobody.
ALTER TABLE organisation
  ADD COLUMN krs_tried_at DATETIME(6) NULL,
  ADD KEY organisation_by_krs_try (krs_tried_at, id);

-- Proposals that wait are read page by page, in the order in which they were made.
ALTER TABLE register_difference ADD KEY difference_by_age (settled, id);
