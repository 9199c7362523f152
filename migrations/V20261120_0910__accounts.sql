CREATE TABLE department (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(20) NOT NULL,
  name VARCHAR(200) NOT NULL,
  UNIQUE KEY department_code (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- As typed, for mail; email_key is what makes two addresses the same.
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  password_hash VARCHAR(255) NULL,
  state VARCHAR(20) NOT NULL,
  language VARCHAR(2) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6) NULL,
  CONSTRAINT person_state CHECK (state IN ('UNCONFIRMED', 'ACTIVE', 'BLOCKED', 'ERASED')),
  CONSTRAINT person_language CHECK (language IN ('pl', 'en')),
  UNIQUE KEY person_email (email_key),
  KEY person_by_name (display_name, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Every account is a resident's; a row here adds a role of the office.
CREATE TABLE person_role (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  role VARCHAR(30) NOT NULL,
  department_id BIGINT NULL,
  CONSTRAINT person_role_role CHECK (role IN ('CLERK', 'DEPARTMENT_OFFICER', 'AUDITOR', 'ADMINISTRATOR')),
  CONSTRAINT person_role_department CHECK ((role = 'DEPARTMENT_OFFICER') = (department_id IS NOT NULL)),
  CONSTRAINT person_role_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT person_role_department_id FOREIGN KEY (department_id) REFERENCES department (id),
  UNIQUE KEY person_role_once (person_id, role)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Only hashes of tokens are kept. A family is one sign-in; a token used twice ends its family.
CREATE TABLE refresh_token (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  family CHAR(36) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  rotated_at DATETIME(6) NULL,
  revoked_at DATETIME(6) NULL,
  CONSTRAINT refresh_token_person FOREIGN KEY (person_id) REFERENCES person (id),
  UNIQUE KEY refresh_token_hash (token_hash),
  KEY refresh_token_family (family),
  KEY refresh_token_by_person (person_id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE one_time_link (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  purpose VARCHAR(20) NOT NULL,
  person_id BIGINT NOT NULL,
  token_hash BINARY(32) NOT NULL,
  new_email VARCHAR(254) NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  CONSTRAINT one_time_link_purpose CHECK (purpose IN ('CONFIRM', 'RESET', 'CHANGE_EMAIL')),
  CONSTRAINT one_time_link_person FOREIGN KEY (person_id) REFERENCES person (id),
  UNIQUE KEY one_time_link_hash (token_hash),
  KEY one_time_link_by_person (person_id, purpose)
) DEFAULT CHARSET = utf8mb4;
