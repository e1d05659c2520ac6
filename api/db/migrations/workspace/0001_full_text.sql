-- Contentless: the texts stand in search_part. Han is split by spaces before it comes here, so one character is a token.
CREATE VIRTUAL TABLE `search` USING fts5(`name`, `rest`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='1 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_text` USING fts5(`text`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='1 2');
--> statement-breakpoint
INSERT INTO `meta` (`key`, `value`) VALUES ('rows', '0');
--> statement-breakpoint
CREATE TRIGGER `feed_counts` AFTER INSERT ON `feed` BEGIN UPDATE `meta` SET `value` = CAST(`value` AS INTEGER) + 1 WHERE `key` = 'rows'; END;
