-- A team in which officials, organisations and others work on one subject. It is active from its first day to its last, if one is
-- known; whether it is cross-sector follows from its members.
CREATE TABLE team (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  -- Made with the form, so that a form sent twice is one team.
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(300) NOT NULL,
  purpose TEXT NOT NULL,
  -- By which it was founded; each part empty or null when there is none.
  act_name VARCHAR(300) NOT NULL,
  act_number VARCHAR(100) NOT NULL,
  act_date DATE NULL,
  act_link VARCHAR(500) NOT NULL,
  active_from DATE NOT NULL,
  -- Its last day, that day included; null while nobody knows one.
  active_to DATE NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  changed_at DATETIME(6) NOT NULL,
  revision INT NOT NULL,
  CONSTRAINT team_days CHECK (active_to IS NULL OR active_from <= active_to),
  CONSTRAINT team_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY team_slug (slug),
  UNIQUE KEY team_form (form_token),
  KEY team_by_days (active_from, active_to)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

CREATE TABLE team_member (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  team_id BIGINT NOT NULL,
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  -- What they do in the team: "przewodnicząca".
  role VARCHAR(200) NOT NULL,
  sector VARCHAR(10) NOT NULL,
  -- Whom they represent, in words, and the entry of the directory where there is one.
  body VARCHAR(300) NOT NULL,
  organisation_id BIGINT NULL,
  -- False: everybody sees the sector of this person and nothing else.
  shown BOOLEAN NOT NULL,
  member_from DATE NOT NULL,
  member_to DATE NULL,
  revision INT NOT NULL,
  CONSTRAINT team_member_sector CHECK (sector IN ('PUBLIC', 'NGO', 'BUSINESS', 'SCIENCE', 'OTHER')),
  CONSTRAINT team_member_days CHECK (member_to IS NULL OR member_from <= member_to),
  CONSTRAINT team_member_team FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT team_member_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  UNIQUE KEY team_member_form (form_token),
  KEY team_member_by_team (team_id, id),
  KEY team_member_by_organisation (organisation_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Events at which a team met.
CREATE TABLE team_meeting (
  team_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  PRIMARY KEY (team_id, event_id),
  CONSTRAINT team_meeting_team FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT team_meeting_event FOREIGN KEY (event_id) REFERENCES event (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- A visit of officials to an organisation. Planned until a clerk says that it was made, or cancels it.
CREATE TABLE visit (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) NOT NULL,
  form_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Null for one that is not in the directory; the name stays as it was on that day.
  organisation_id BIGINT NULL,
  organisation_name VARCHAR(300) NOT NULL,
  visited_on DATE NOT NULL,
  purpose VARCHAR(500) NOT NULL,
  -- The public task that was looked at, in words, and whether the office had commissioned it: only then the programme counts the visit.
  task VARCHAR(1000) NOT NULL,
  commissioned BOOLEAN NOT NULL,
  summary TEXT NOT NULL,
  -- Of the office alone.
  notes TEXT NOT NULL,
  -- False: only the office knows of it, and the programme counts it without a name.
  shown BOOLEAN NOT NULL,
  made_at DATETIME(6) NULL,
  cancelled_at DATETIME(6) NULL,
  cancel_reason VARCHAR(1000) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL,
  changed_at DATETIME(6) NOT NULL,
  revision INT NOT NULL,
  CONSTRAINT visit_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
  CONSTRAINT visit_made_or_cancelled CHECK (made_at IS NULL OR cancelled_at IS NULL),
  CONSTRAINT visit_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT visit_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  UNIQUE KEY visit_slug (slug),
  UNIQUE KEY visit_form (form_token),
  KEY visit_by_day (visited_on, id),
  KEY visit_by_organisation (organisation_id, visited_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Who of the office went. Everybody sees how many and of which departments, never the names.
CREATE TABLE visit_person (
  visit_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  department VARCHAR(200) NOT NULL,
  PRIMARY KEY (visit_id, position),
  CONSTRAINT visit_person_visit FOREIGN KEY (visit_id) REFERENCES visit (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
