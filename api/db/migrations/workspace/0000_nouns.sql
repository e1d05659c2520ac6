CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`row_id` text NOT NULL,
	`field` text NOT NULL,
	`before` blob,
	`after` blob,
	`at` integer NOT NULL,
	`by` text
);
--> statement-breakpoint
CREATE INDEX `change_row` ON `change` (`noun`,`row_id`);--> statement-breakpoint
CREATE INDEX `change_field` ON `change` (`noun`,`field`,`at`);--> statement-breakpoint
CREATE TABLE `claim` (
	`client_id` text NOT NULL,
	`number` integer NOT NULL,
	`member_id` text NOT NULL,
	`attempt` text NOT NULL,
	`status` text NOT NULL,
	`code` text,
	`answer` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `company` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`name` text NOT NULL,
	`industry` text,
	`city` text,
	`country` text,
	`phone` text,
	`website` text,
	`owner_id` text,
	`origin_channel` text,
	`origin_page` text,
	`origin_campaign` text,
	`origin_referrer` text,
	`own` text NOT NULL,
	`merged_into` text
);
--> statement-breakpoint
CREATE TABLE `company_domain` (
	`company_id` text NOT NULL,
	`domain` text NOT NULL,
	`position` integer NOT NULL,
	`held` integer NOT NULL,
	PRIMARY KEY(`company_id`, `domain`),
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_domain_held` ON `company_domain` (`domain`) WHERE held = 1;--> statement-breakpoint
CREATE INDEX `company_domain_domain` ON `company_domain` (`domain`);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`name` text NOT NULL,
	`given_name` text,
	`family_name` text,
	`title` text,
	`company_id` text,
	`life_cycle` text NOT NULL,
	`owner_id` text,
	`origin_channel` text,
	`origin_page` text,
	`origin_campaign` text,
	`origin_referrer` text,
	`phone` text,
	`address` text,
	`own` text NOT NULL,
	`merged_into` text,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_company` ON `contact` (`company_id`);--> statement-breakpoint
CREATE TABLE `contact_key` (
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`source` text,
	`position` integer NOT NULL,
	`held` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `kind`, `value`),
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_key_held` ON `contact_key` (`kind`,`value`) WHERE held = 1;--> statement-breakpoint
CREATE TABLE `deal` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`title` text NOT NULL,
	`pipeline_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`expected_close` text,
	`need` text,
	`company_id` text,
	`owner_id` text,
	`origin_channel` text,
	`origin_page` text,
	`origin_campaign` text,
	`origin_referrer` text,
	`closed_at` integer,
	`lost_reason` text,
	`competitor` text,
	`stage_since` integer NOT NULL,
	`own` text NOT NULL,
	FOREIGN KEY (`pipeline_id`) REFERENCES `pipeline`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stage_id`) REFERENCES `stage`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_stage` ON `deal` (`stage_id`,`state`);--> statement-breakpoint
CREATE INDEX `deal_company` ON `deal` (`company_id`);--> statement-breakpoint
CREATE TABLE `deal_contact` (
	`contact_id` text NOT NULL,
	`deal_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `deal_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_contact_deal` ON `deal_contact` (`deal_id`);--> statement-breakpoint
CREATE TABLE `feed` (
	`seq` integer PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`row_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_row` ON `feed` (`noun`,`row_id`);--> statement-breakpoint
CREATE TABLE `fingerprint` (
	`interaction_id` text NOT NULL,
	`key` text NOT NULL,
	`held` integer NOT NULL,
	`via` text,
	PRIMARY KEY(`interaction_id`, `key`),
	FOREIGN KEY (`interaction_id`) REFERENCES `interaction`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `fingerprint_held` ON `fingerprint` (`key`) WHERE held = 1;--> statement-breakpoint
CREATE TABLE `interaction` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`kind` text NOT NULL,
	`direction` text,
	`channel` text,
	`occurred_at` integer NOT NULL,
	`duration_s` integer,
	`outcome` text,
	`subject` text,
	`body` text,
	`body_state` text,
	`link` text,
	`thread_key` text,
	`participants` text NOT NULL,
	`company_id` text,
	`deal_id` text,
	`logged_by` text,
	`logged_at` integer NOT NULL,
	`joined_into` text,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interaction_deal` ON `interaction` (`deal_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `interaction_company` ON `interaction` (`company_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `interaction_thread` ON `interaction` (`thread_key`);--> statement-breakpoint
CREATE INDEX `interaction_joined` ON `interaction` (`joined_into`) WHERE joined_into IS NOT NULL;--> statement-breakpoint
CREATE TABLE `interaction_contact` (
	`contact_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`via` text,
	PRIMARY KEY(`contact_id`, `occurred_at`, `interaction_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interaction_id`) REFERENCES `interaction`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `interaction_contact_interaction` ON `interaction_contact` (`interaction_id`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `own_field` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`noun` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`options` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_field_key` ON `own_field` (`noun`,`key`);--> statement-breakpoint
CREATE TABLE `pipeline` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`name` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`row_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_doc_row` ON `search_doc` (`noun`,`row_id`);--> statement-breakpoint
CREATE TABLE `search_part` (
	`doc` integer NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`doc`, `field`),
	FOREIGN KEY (`doc`) REFERENCES `search_doc`(`doc`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `stage` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`pipeline_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`probability` integer NOT NULL,
	`colour` text,
	FOREIGN KEY (`pipeline_id`) REFERENCES `pipeline`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_pipeline` ON `stage` (`pipeline_id`,`position`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`title` text NOT NULL,
	`due_day` text,
	`due_at` integer,
	`contact_id` text,
	`company_id` text,
	`deal_id` text,
	`owner_id` text,
	`done_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_contact` ON `task` (`contact_id`);--> statement-breakpoint
CREATE INDEX `task_company` ON `task` (`company_id`);--> statement-breakpoint
CREATE INDEX `task_deal` ON `task` (`deal_id`);