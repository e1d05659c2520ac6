CREATE TABLE `erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`contact_ids` text NOT NULL,
	`keys` text NOT NULL,
	`salt` text NOT NULL,
	`at` integer NOT NULL,
	`by` text
);
--> statement-breakpoint
CREATE INDEX `erasure_workspace` ON `erasure` (`workspace_id`,`at`);