-- Jobs that were given up, until somebody mends the cause and asks again.
CREATE TABLE failed_job (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  job_key VARCHAR(100) NOT NULL,
  data TEXT NOT NULL,
  tries INT NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  failed_at DATETIME(6) NOT NULL,
  KEY failed_job_by_time (failed_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_polish_ci;
