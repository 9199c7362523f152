-- A printed report has one volume for each thousand remarks; what is printed is kept and never changed.
ALTER TABLE consultation_report DROP COLUMN pdf;

CREATE TABLE report_volume (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  report_id BIGINT NOT NULL,
  number INT NOT NULL,
  -- A correction makes new volumes beside the old ones.
  corrections INT NOT NULL,
  pdf LONGBLOB NOT NULL,
  CONSTRAINT volume_report FOREIGN KEY (report_id) REFERENCES consultation_report (id),
  UNIQUE KEY volume_once (report_id, number, corrections)
) DEFAULT CHARSET = utf8mb4;
