-- The bytes of a file lie in parts of 4 MB: MariaDB's default max_allowed_packet is 16 MB, less than the largest file taken.
ALTER TABLE stored_file DROP COLUMN content;

CREATE TABLE stored_file_part (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_id BIGINT NOT NULL,
  position INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  CONSTRAINT stored_file_part_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  UNIQUE KEY stored_file_part_once (file_id, position)
) DEFAULT CHARSET = utf8mb4;
