-- One organisation. What can be chosen from a list is a name of the code's enumeration; empty text stands for "not known".
CREATE TABLE organisation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  name VARCHAR(300) NOT NULL,
  short_name VARCHAR(100) NOT NULL,
  legal_form VARCHAR(30) NOT NULL,
  krs CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  nip CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Nine digits, or fourteen of a local unit; nine padded with 00000 are kept as nine.
  regon VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL,
  street VARCHAR(120) NOT NULL,
  house VARCHAR(20) NOT NULL,
  flat VARCHAR(20) NOT NULL,
  postcode VARCHAR(6) NOT NULL,
  town VARCHAR(80) NOT NULL,
  commune VARCHAR(80) NOT NULL,
  commune_teryt CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL,
  county_teryt CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area VARCHAR(20) NOT NULL,
  public_benefit BOOLEAN NOT NULL,
  -- The number by which 1.5% of tax is given: its own, or of the organisation that collects for it.
  tax_krs CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  social_economy BOOLEAN NOT NULL,
  description TEXT NOT NULL,
  contact_email VARCHAR(254) NOT NULL,
  contact_phone VARCHAR(40) NOT NULL,
  -- Whether the organisation agreed that the two above are shown to everybody.
  contact_public BOOLEAN NOT NULL,
  website VARCHAR(300) NOT NULL,
  founded_year SMALLINT NULL,
  members VARCHAR(20) NOT NULL,
  volunteers VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- Null while it waits for the office to take it in; only then is it public.
  listed_at DATETIME(6) NULL,
  proposed_by BIGINT NULL,
  confirmed_at DATETIME(6) NULL,
  confirmed_by BIGINT NULL,
  krs_checked_at DATETIME(6) NULL,
  -- It asked never to be invited to a consultation again.
  uninvited_at DATETIME(6) NULL,
  merged_into BIGINT NULL,
  -- What is looked through: words in base forms without diacritics, made by shared.text.PolishSearch.
  search_text MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  -- Number of the last change in the order in which changes were committed; see directory_change_number.
  change_number BIGINT NOT NULL,
  revision INT NOT NULL,
  CONSTRAINT organisation_krs CHECK (krs IS NULL OR krs REGEXP '^[0-9]{10}$'),
  CONSTRAINT organisation_nip CHECK (nip IS NULL OR nip REGEXP '^[0-9]{10}$'),
  CONSTRAINT organisation_regon CHECK (regon IS NULL OR regon REGEXP '^([0-9]{9}|[0-9]{14})$'),
  CONSTRAINT organisation_county CHECK (county_teryt REGEXP '^[0-9]{4}$'),
  CONSTRAINT organisation_commune CHECK (commune_teryt IS NULL OR commune_teryt LIKE CONCAT(county_teryt, '___')),
  CONSTRAINT organisation_legal_form CHECK (legal_form IN ('ASSOCIATION', 'ORDINARY_ASSOCIATION', 'FOUNDATION',
    'SPORTS_CLUB', 'RURAL_HOUSEWIVES_CIRCLE', 'VOLUNTEER_FIRE_BRIGADE', 'SOCIAL_COOPERATIVE', 'CHURCH_LEGAL_PERSON',
    'UNION_OF_ASSOCIATIONS', 'OTHER_ELIGIBLE_ENTITY')),
  CONSTRAINT organisation_state CHECK (state IN ('ACTIVE', 'IN_LIQUIDATION', 'STRUCK_OFF')),
  CONSTRAINT organisation_area CHECK (area IN ('UNKNOWN', 'COMMUNE', 'COUNTY', 'VOIVODESHIP', 'COUNTRY', 'ABROAD')),
  CONSTRAINT organisation_members CHECK (members IN ('UNKNOWN', 'NONE', 'UP_TO_10', 'UP_TO_50', 'UP_TO_200', 'ABOVE_200')),
  CONSTRAINT organisation_volunteers CHECK (volunteers IN ('UNKNOWN', 'NONE', 'UP_TO_10', 'UP_TO_50', 'UP_TO_200', 'ABOVE_200')),
  CONSTRAINT organisation_proposed_by FOREIGN KEY (proposed_by) REFERENCES person (id),
  CONSTRAINT organisation_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person (id),
  CONSTRAINT organisation_merged_into FOREIGN KEY (merged_into) REFERENCES organisation (id),
  UNIQUE KEY organisation_slug (slug),
  UNIQUE KEY organisation_krs_once (krs),
  UNIQUE KEY organisation_regon_once (regon),
  KEY organisation_by_nip (nip),
  KEY organisation_by_name (name, town),
  KEY organisation_by_change (change_number),
  KEY organisation_waiting (listed_at, created_at),
  KEY organisation_by_krs_check (krs_checked_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Numbers of changes are given under the lock of this one row, so their order is the order of the commits, and who reads
-- all that is above the highest number seen so far misses nothing.
CREATE TABLE directory_change_number (
  id INT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4;
INSERT INTO directory_change_number (id, value) VALUES (1, 0);

-- Public tasks, by point of article 4(1) of the act on public benefit and volunteer work.
CREATE TABLE organisation_sphere (
  organisation_id BIGINT NOT NULL,
  sphere VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (organisation_id, sphere),
  CONSTRAINT sphere_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) DEFAULT CHARSET = utf8mb4;

-- What changed in an organisation, field by field. Rows are only ever added.
CREATE TABLE organisation_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  field VARCHAR(30) NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL,
  source VARCHAR(20) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BIGINT NULL,
  CONSTRAINT change_source CHECK (source IN ('OFFICE', 'ORGANISATION', 'IMPORT', 'KRS', 'MERGE')),
  CONSTRAINT change_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  KEY change_by_organisation (organisation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Who speaks for an organisation: asked for, decided by the office, ended at some time. Nothing is deleted, because what was
-- done in an organisation's name stays done.
CREATE TABLE representation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  basis VARCHAR(20) NOT NULL,
  statement VARCHAR(2000) NOT NULL,
  file_id BIGINT NULL,
  asked_at DATETIME(6) NOT NULL,
  asked_by BIGINT NULL,
  decided_at DATETIME(6) NULL,
  decided_by BIGINT NULL,
  accepted BOOLEAN NULL,
  reason VARCHAR(1000) NOT NULL,
  ended_at DATETIME(6) NULL,
  ended_by BIGINT NULL,
  revision INT NOT NULL,
  -- 1 while it waits or holds, otherwise null: a person has one living row in an organisation.
  living TINYINT GENERATED ALWAYS AS
    (CASE WHEN ended_at IS NULL AND (accepted IS NULL OR accepted = TRUE) THEN 1 END) STORED,
  CONSTRAINT representation_kind CHECK (kind IN ('REPRESENTATIVE', 'EDITOR')),
  CONSTRAINT representation_basis CHECK (basis IN ('STATUTORY', 'POWER_OF_ATTORNEY', 'ADDED')),
  CONSTRAINT representation_decided CHECK ((decided_at IS NULL) = (accepted IS NULL)),
  CONSTRAINT representation_reason CHECK (accepted IS NULL OR accepted = TRUE OR reason <> ''),
  CONSTRAINT representation_ended CHECK (ended_at IS NULL OR accepted = TRUE),
  CONSTRAINT representation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT representation_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT representation_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  UNIQUE KEY representation_once (organisation_id, person_id, living),
  KEY representation_by_person (person_id, living),
  KEY representation_waiting (decided_at, asked_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- An editor is invited by mail, whether the address has an account or not; the link is good for whoever signs in with it.
CREATE TABLE editor_invitation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  token_hash BINARY(32) NOT NULL,
  invited_by BIGINT NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  CONSTRAINT invitation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT invitation_by FOREIGN KEY (invited_by) REFERENCES person (id),
  UNIQUE KEY invitation_once (organisation_id, email_key),
  UNIQUE KEY invitation_token (token_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
