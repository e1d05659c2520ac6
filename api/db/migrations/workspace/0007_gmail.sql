CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`interaction_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_at` integer,
	`blob_id` text,
	FOREIGN KEY (`interaction_id`) REFERENCES `interaction`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_interaction` ON `file` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `file_sha256` ON `file` (`sha256`);--> statement-breakpoint
CREATE INDEX `file_blob` ON `file` (`blob_id`);--> statement-breakpoint
CREATE TABLE `file_part` (
	`blob_id` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`blob_id`, `part`)
);
--> statement-breakpoint
CREATE TABLE `more_deal` (
	`deal_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`via` text,
	PRIMARY KEY(`deal_id`, `occurred_at`, `interaction_id`),
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interaction_id`) REFERENCES `interaction`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `more_deal_interaction` ON `more_deal` (`interaction_id`);--> statement-breakpoint
CREATE TABLE `log_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`scope` text NOT NULL,
	`value` text NOT NULL,
	`effect` text NOT NULL,
	`deal_id` text,
	`private_to` text
);
--> statement-breakpoint
CREATE INDEX `log_rule_value` ON `log_rule` (`value`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`name` text NOT NULL,
	`subject` text,
	`body` text NOT NULL,
	`position` integer NOT NULL,
	`private_to` text
);
--> statement-breakpoint
ALTER TABLE `contact` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `attachments` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `interaction` ADD `rule` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `rule_id` text;--> statement-breakpoint
ALTER TABLE `task` ADD `promised_by` text;--> statement-breakpoint
ALTER TABLE `task` ADD `promise_kind` text;--> statement-breakpoint
ALTER TABLE `task` ADD `promise_key` text;--> statement-breakpoint
ALTER TABLE `task` ADD `awaits` text;--> statement-breakpoint
ALTER TABLE `task` ADD `done_via` text;