CREATE TABLE `external_id` (
	`noun` text NOT NULL,
	`row_id` text NOT NULL,
	`value` text NOT NULL,
	`position` integer NOT NULL,
	`held` integer NOT NULL,
	PRIMARY KEY(`noun`, `row_id`, `value`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `external_id_held` ON `external_id` (`noun`,`value`) WHERE held = 1;--> statement-breakpoint
CREATE TABLE `import` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`file` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`kept` integer NOT NULL,
	`private_to` text
);
--> statement-breakpoint
CREATE TABLE `import_part` (
	`import_id` text NOT NULL,
	`first_change` integer NOT NULL,
	`last_change` integer,
	PRIMARY KEY(`import_id`, `first_change`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `relation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`from_noun` text NOT NULL,
	`from_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_noun` text NOT NULL,
	`to_id` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `relation_from` ON `relation` (`from_id`);--> statement-breakpoint
CREATE INDEX `relation_to` ON `relation` (`to_id`);--> statement-breakpoint
CREATE TABLE `view` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`noun` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`position` integer NOT NULL,
	`private_to` text
);
--> statement-breakpoint
ALTER TABLE `company` ADD `role` text;--> statement-breakpoint
ALTER TABLE `company` ADD `role_reason` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `role` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `role_reason` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `mentions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `own_field` ADD `places` text DEFAULT '["sidebar","record"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `pipeline` ADD `lost_reasons` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `stage` ADD `requires` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `stage` ADD `stale_days` integer;--> statement-breakpoint
ALTER TABLE `stage` ADD `replaced_by` text;--> statement-breakpoint
CREATE INDEX `stage_replaced` ON `stage` (`replaced_by`) WHERE replaced_by IS NOT NULL;--> statement-breakpoint
ALTER TABLE `task` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `task` ADD `note` text;--> statement-breakpoint
ALTER TABLE `task` ADD `repeat` text;--> statement-breakpoint
CREATE INDEX `deal_pipeline` ON `deal` (`pipeline_id`);--> statement-breakpoint
CREATE INDEX `company_merged` ON `company` (`merged_into`) WHERE merged_into IS NOT NULL;