CREATE TABLE `merge_part` (
	`merge_id` text NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`shared` integer NOT NULL,
	PRIMARY KEY(`merge_id`, `kind`, `ref`),
	FOREIGN KEY (`merge_id`) REFERENCES `merge`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `merge_part_ref` ON `merge_part` (`kind`,`ref`);--> statement-breakpoint
ALTER TABLE `change` ADD `via` text;--> statement-breakpoint
ALTER TABLE `merge` ADD `was` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `merge` ADD `brought` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `merge` ADD `stayed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `merge` ADD `first_change` integer;--> statement-breakpoint
ALTER TABLE `merge` ADD `split_change` integer;--> statement-breakpoint
ALTER TABLE `merge` ADD `same_as` text;