-- Somebody who advises organisations for the office.
CREATE TABLE adviser (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  name VARCHAR(120) NOT NULL,
  -- Names of subjects, parted by commas.
  subjects VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bio VARCHAR(2000) NOT NULL,
  -- Where the adviser sits, proposed for each new slot.
  place VARCHAR(300) NOT NULL,
  -- Their account, once they have one; it gives no rights.
  person_id BIGINT NULL,
  left_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT adviser_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT adviser_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY adviser_slug (slug),
  KEY adviser_by_name (name, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- A time at which an adviser can be booked. Slots of one adviser never overlap: they are added under the lock of the adviser's row.
CREATE TABLE advisory_slot (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  adviser_id BIGINT NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  way VARCHAR(10) NOT NULL,
  -- A room, or the address of a video call, which is shown to who booked and to nobody else.
  place VARCHAR(300) NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  CONSTRAINT slot_way CHECK (way IN ('ON_SITE', 'PHONE', 'ONLINE')),
  CONSTRAINT slot_times CHECK (starts_at < ends_at),
  CONSTRAINT slot_adviser FOREIGN KEY (adviser_id) REFERENCES adviser (id),
  CONSTRAINT slot_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  KEY slot_by_adviser (adviser_id, starts_at),
  KEY slot_by_start (starts_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Somebody books a slot. Without an account it is held until the link in the mail is opened, or until confirm_by.
CREATE TABLE advisory_booking (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slot_id BIGINT NOT NULL,
  -- Made with the form, so that a form sent twice is one booking.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- SHA-256 of the secret in the links of its mails, which follows from the key and the portal's secret.
  token_hash BINARY(32) NULL,
  person_id BIGINT NULL,
  organisation_id BIGINT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phone VARCHAR(40) NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(20) NOT NULL,
  question VARCHAR(2000) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirm_by DATETIME(6) NULL,
  confirmed_at DATETIME(6) NULL,
  ended_at DATETIME(6) NULL,
  ended_why VARCHAR(20) NULL,
  end_reason VARCHAR(1000) NOT NULL,
  reminded_at DATETIME(6) NULL,
  -- Noted after the slot that nobody came.
  missed_at DATETIME(6) NULL,
  living TINYINT GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN 1 END) VIRTUAL,
  CONSTRAINT advisory_booking_subject CHECK (subject IN ('GDPR', 'STRATEGY', 'FUNDING', 'LAW', 'ACCOUNTING', 'OTHER')),
  CONSTRAINT advisory_booking_ended CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
  CONSTRAINT advisory_booking_ended_why CHECK (ended_why IS NULL OR ended_why IN ('CANCELLED', 'NOT_CONFIRMED', 'BY_OFFICE')),
  CONSTRAINT advisory_booking_held CHECK (confirmed_at IS NOT NULL OR confirm_by IS NOT NULL),
  CONSTRAINT advisory_booking_slot FOREIGN KEY (slot_id) REFERENCES advisory_slot (id),
  CONSTRAINT advisory_booking_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT advisory_booking_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  UNIQUE KEY advisory_booking_form (form_token),
  UNIQUE KEY advisory_booking_token (token_hash),
  -- A slot is one living booking's.
  UNIQUE KEY advisory_booking_once (slot_id, living),
  KEY advisory_booking_by_address (email_key, living),
  KEY advisory_booking_by_person (person_id, id),
  KEY advisory_booking_by_organisation (organisation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Advice that was given, in a slot or outside one, as the office confirmed it. Hours are counted from here and from nowhere else.
CREATE TABLE advice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  booking_id BIGINT NULL,
  -- Made with the form, of advice outside a slot.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  adviser_id BIGINT NOT NULL,
  given_on DATE NOT NULL,
  subject VARCHAR(20) NOT NULL,
  way VARCHAR(10) NOT NULL,
  -- Quarters of an hour, so that sums are exact.
  quarters SMALLINT NOT NULL,
  organisation_id BIGINT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  note VARCHAR(1000) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT advice_subject CHECK (subject IN ('GDPR', 'STRATEGY', 'FUNDING', 'LAW', 'ACCOUNTING', 'OTHER')),
  CONSTRAINT advice_way CHECK (way IN ('ON_SITE', 'PHONE', 'ONLINE')),
  CONSTRAINT advice_quarters CHECK (quarters BETWEEN 1 AND 48),
  CONSTRAINT advice_booking FOREIGN KEY (booking_id) REFERENCES advisory_booking (id),
  CONSTRAINT advice_adviser FOREIGN KEY (adviser_id) REFERENCES adviser (id),
  CONSTRAINT advice_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT advice_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY advice_once (booking_id),
  UNIQUE KEY advice_form (form_token),
  KEY advice_by_day (given_on, id),
  KEY advice_by_organisation (organisation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- What is locked while an address books, so that what it has booked can be counted: a row for some of all addresses, which names none.
CREATE TABLE advisory_turn (
  id SMALLINT NOT NULL PRIMARY KEY
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

INSERT INTO advisory_turn (id) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

-- A room or a kind of equipment that the office lends free of charge.
CREATE TABLE lent_resource (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  slug VARCHAR(80) NOT NULL,
  name VARCHAR(200) NOT NULL,
  description VARCHAR(4000) NOT NULL,
  -- Of rooms.
  address VARCHAR(300) NOT NULL,
  seats INT NOT NULL,
  accessibility VARCHAR(2000) NOT NULL,
  equipment VARCHAR(2000) NOT NULL,
  -- Day of the week = from-until, parted by semicolons: 1=08:00-16:00;2=08:00-20:00.
  opening_hours VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pieces INT NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  revision INT NOT NULL,
  CONSTRAINT lent_resource_kind CHECK (kind IN ('ROOM', 'EQUIPMENT')),
  CONSTRAINT lent_resource_seats CHECK (seats BETWEEN 0 AND 10000),
  CONSTRAINT lent_resource_pieces CHECK (pieces BETWEEN 1 AND 10000 AND (kind = 'EQUIPMENT' OR pieces = 1)),
  CONSTRAINT lent_resource_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY lent_resource_slug (slug),
  KEY lent_resource_by_name (kind, name, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Somebody asks to borrow; its state follows from its moments.
CREATE TABLE lending (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT NULL,
  organisation_id BIGINT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  phone VARCHAR(40) NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose VARCHAR(1000) NOT NULL,
  people INT NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  decided_at DATETIME(6) NULL,
  decided_by BIGINT NULL,
  accepted BOOLEAN NULL,
  withdrawn_at DATETIME(6) NULL,
  cancelled_at DATETIME(6) NULL,
  cancelled_by BIGINT NULL,
  -- Why it was refused or cancelled.
  reason VARCHAR(1000) NOT NULL,
  holds TINYINT GENERATED ALWAYS AS
    (CASE WHEN accepted = TRUE AND withdrawn_at IS NULL AND cancelled_at IS NULL THEN 1 END) VIRTUAL,
  CONSTRAINT lending_times CHECK (starts_at < ends_at),
  CONSTRAINT lending_people CHECK (people BETWEEN 1 AND 100000),
  CONSTRAINT lending_decided CHECK ((decided_at IS NULL) = (accepted IS NULL)),
  CONSTRAINT lending_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT lending_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT lending_decided_by FOREIGN KEY (decided_by) REFERENCES person (id),
  CONSTRAINT lending_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES person (id),
  UNIQUE KEY lending_form (form_token),
  KEY lending_by_term (holds, starts_at, ends_at),
  KEY lending_by_start (starts_at, id),
  KEY lending_by_person (person_id, id),
  KEY lending_by_organisation (organisation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE lending_item (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  lending_id BIGINT NOT NULL,
  resource_id BIGINT NOT NULL,
  pieces INT NOT NULL,
  taken_at DATETIME(6) NULL,
  taken_by BIGINT NULL,
  taken_note VARCHAR(500) NOT NULL,
  returned_at DATETIME(6) NULL,
  returned_by BIGINT NULL,
  returned_note VARCHAR(500) NOT NULL,
  CONSTRAINT lending_item_pieces CHECK (pieces BETWEEN 1 AND 10000),
  CONSTRAINT lending_item_returned CHECK (returned_at IS NULL OR taken_at IS NOT NULL),
  CONSTRAINT lending_item_lending FOREIGN KEY (lending_id) REFERENCES lending (id),
  CONSTRAINT lending_item_resource FOREIGN KEY (resource_id) REFERENCES lent_resource (id),
  CONSTRAINT lending_item_taken_by FOREIGN KEY (taken_by) REFERENCES person (id),
  CONSTRAINT lending_item_returned_by FOREIGN KEY (returned_by) REFERENCES person (id),
  UNIQUE KEY lending_item_once (lending_id, resource_id),
  KEY lending_item_by_resource (resource_id, lending_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
