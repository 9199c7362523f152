-- Who says that the data of an organisation are true: the organisation by the link of a mail, somebody who represents it, or the
-- office. To be imported or listed is not to be confirmed.
ALTER TABLE organisation ADD COLUMN confirmed_through VARCHAR(20) NULL AFTER confirmed_by;
ALTER TABLE organisation ADD CONSTRAINT organisation_confirmed_through
  CHECK (confirmed_through IS NULL OR confirmed_through IN ('LINK', 'REPRESENTATIVE', 'OFFICE'));

UPDATE organisation SET confirmed_at = NULL WHERE confirmed_at = listed_at AND confirmed_by IS NULL;
UPDATE organisation SET confirmed_through = CASE
  WHEN confirmed_by IS NULL THEN 'LINK'
  WHEN EXISTS (SELECT 1 FROM representation r WHERE r.organisation_id = organisation.id AND r.person_id = confirmed_by
    AND r.kind = 'REPRESENTATIVE' AND r.accepted = TRUE) THEN 'REPRESENTATIVE'
  WHEN EXISTS (SELECT 1 FROM person_role c WHERE c.person_id = confirmed_by AND c.role = 'CLERK') THEN 'OFFICE'
  ELSE 'LINK' END
  WHERE confirmed_at IS NOT NULL;
