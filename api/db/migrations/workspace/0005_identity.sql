CREATE TABLE `distinction` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`noun` text NOT NULL,
	`a_id` text NOT NULL,
	`b_id` text NOT NULL,
	`ask_above` real
);
--> statement-breakpoint
CREATE INDEX `distinction_pair` ON `distinction` (`a_id`,`b_id`);--> statement-breakpoint
CREATE TABLE `exclusion` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`subject` text NOT NULL,
	`value` text NOT NULL,
	`effect` text NOT NULL,
	`note` text,
	`private_to` text
);
--> statement-breakpoint
CREATE INDEX `exclusion_value` ON `exclusion` (`value`);--> statement-breakpoint
CREATE TABLE `merge` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`noun` text NOT NULL,
	`kept_id` text NOT NULL,
	`gone_id` text NOT NULL,
	`gone_name` text NOT NULL,
	`split_at` integer,
	`split_by` text,
	`private_to` text
);
--> statement-breakpoint
CREATE INDEX `merge_kept` ON `merge` (`kept_id`);--> statement-breakpoint
CREATE INDEX `merge_gone` ON `merge` (`gone_id`);--> statement-breakpoint
CREATE TABLE `recipe` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`host` text NOT NULL,
	`kind` text NOT NULL,
	`shape` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recipe_host` ON `recipe` (`host`);