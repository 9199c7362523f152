-- What the list's search looks in: title, subject and summary in base forms without diacritics, made by
-- shared.text.PolishSearch, because no collation of these databases knows that "szkół" is a form of "szkoła". Words come
-- with a mark before them, so neither innodb_ft_min_token_size nor the English stop words leave one out.
ALTER TABLE consultation ADD COLUMN search_text MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
ALTER TABLE consultation ADD FULLTEXT KEY consultation_search (search_text);
