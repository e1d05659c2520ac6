CREATE TABLE `interaction_access` (
	`interaction_id` text NOT NULL,
	`member_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`interaction_id`, `member_id`),
	FOREIGN KEY (`interaction_id`) REFERENCES `interaction`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `contact_key_held`;--> statement-breakpoint
ALTER TABLE `contact_key` ADD `private_to` text;--> statement-breakpoint
CREATE UNIQUE INDEX `contact_key_held` ON `contact_key` (`kind`,`value`,COALESCE(`private_to`, '')) WHERE held = 1;--> statement-breakpoint
DROP INDEX `fingerprint_held`;--> statement-breakpoint
ALTER TABLE `fingerprint` ADD `private_to` text;--> statement-breakpoint
CREATE UNIQUE INDEX `fingerprint_held` ON `fingerprint` (`key`,COALESCE(`private_to`, '')) WHERE held = 1;--> statement-breakpoint
ALTER TABLE `change` ADD `state` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `private_to` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `private_to` text;