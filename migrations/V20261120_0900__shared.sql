-- Who did what and when. Rows are only ever added; the account of the application needs no UPDATE or DELETE here.
CREATE TABLE audit_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  happened_at DATETIME(6) NOT NULL,
  actor_id BIGINT NULL,
  action VARCHAR(64) NOT NULL,
  subject_kind VARCHAR(40) NOT NULL,
  subject_ref VARCHAR(120) NOT NULL,
  detail VARCHAR(2000) NOT NULL,
  request_id VARCHAR(40) NULL,
  KEY audit_log_by_time (happened_at, id),
  KEY audit_log_by_subject (subject_kind, subject_ref, id),
  KEY audit_log_by_actor (actor_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- Mail waiting to be sent, and mail that was sent. Written in the transaction of what it tells about.
CREATE TABLE mail_message (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recipient VARCHAR(254) NOT NULL,
  subject VARCHAR(300) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  attachment_name VARCHAR(120) NULL,
  attachment_type VARCHAR(100) NULL,
  attachment LONGBLOB NULL,
  unsubscribe_link VARCHAR(500) NULL,
  created_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  KEY mail_message_by_time (created_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;

-- db-scheduler's own table, as its documentation gives it for MySQL.
CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data BLOB,
  execution_time TIMESTAMP(6) NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success TIMESTAMP(6) NULL,
  last_failure TIMESTAMP(6) NULL,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(6) NULL,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  KEY execution_time_idx (execution_time),
  KEY last_heartbeat_idx (last_heartbeat),
  KEY priority_execution_time_idx (priority DESC, execution_time ASC)
) DEFAULT CHARSET = utf8mb4;

-- Tries that are limited (sign-in, reset, registration), one row each, found by a hash of what is limited.
CREATE TABLE limited_try (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  what VARCHAR(40) NOT NULL,
  key_hash BINARY(32) NOT NULL,
  tried_at DATETIME(6) NOT NULL,
  KEY limited_try_by_key (what, key_hash, tried_at),
  KEY limited_try_by_time (tried_at)
) DEFAULT CHARSET = utf8mb4;

-- Files of every module. Which page may hand one out is decided by the row that refers to it.
CREATE TABLE stored_file (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  media_type VARCHAR(120) NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 BINARY(32) NOT NULL,
  content LONGBLOB NOT NULL,
  stored_at DATETIME(6) NOT NULL,
  stored_by BIGINT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
