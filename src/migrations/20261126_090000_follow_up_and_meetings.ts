import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`hosts_weekly_hours_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`hosts_weekly_hours\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`hosts_weekly_hours_days_order_idx\` ON \`hosts_weekly_hours_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`hosts_weekly_hours_days_parent_idx\` ON \`hosts_weekly_hours_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`hosts_weekly_hours\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`hosts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`hosts_weekly_hours_order_idx\` ON \`hosts_weekly_hours\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`hosts_weekly_hours_parent_id_idx\` ON \`hosts_weekly_hours\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`hosts_overrides\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`date\` text NOT NULL,
  	\`until\` text,
  	\`from\` text,
  	\`to\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`hosts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`hosts_overrides_order_idx\` ON \`hosts_overrides\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`hosts_overrides_parent_id_idx\` ON \`hosts_overrides\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`hosts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`time_zone\` text NOT NULL,
  	\`busy_feed_url\` text,
  	\`busy_feed_file\` text,
  	\`active\` integer DEFAULT true,
  	\`feed_token_hash\` text,
  	\`is_demo\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`hosts_user_idx\` ON \`hosts\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`hosts_feed_token_hash_idx\` ON \`hosts\` (\`feed_token_hash\`);`)
  await db.run(sql`CREATE INDEX \`hosts_is_demo_idx\` ON \`hosts\` (\`is_demo\`);`)
  await db.run(sql`CREATE INDEX \`hosts_updated_at_idx\` ON \`hosts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hosts_created_at_idx\` ON \`hosts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`busy_feeds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`host_id\` text NOT NULL,
  	\`state\` text DEFAULT 'ok' NOT NULL,
  	\`problem\` text,
  	\`checked_at\` text,
  	\`good_at\` text,
  	\`copy\` text,
  	\`busy\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`host_id\`) REFERENCES \`hosts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`busy_feeds_host_idx\` ON \`busy_feeds\` (\`host_id\`);`)
  await db.run(sql`CREATE INDEX \`busy_feeds_state_idx\` ON \`busy_feeds\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`busy_feeds_checked_at_idx\` ON \`busy_feeds\` (\`checked_at\`);`)
  await db.run(sql`CREATE INDEX \`busy_feeds_updated_at_idx\` ON \`busy_feeds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`busy_feeds_created_at_idx\` ON \`busy_feeds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`meeting_types_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`kind\` text DEFAULT 'line' NOT NULL,
  	\`required\` integer DEFAULT false,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`meeting_types\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`meeting_types_questions_order_idx\` ON \`meeting_types_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_questions_parent_id_idx\` ON \`meeting_types_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`meeting_types\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text,
  	\`description\` text,
  	\`length\` numeric DEFAULT 30 NOT NULL,
  	\`grid\` numeric DEFAULT 30 NOT NULL,
  	\`buffer_before\` numeric DEFAULT 0 NOT NULL,
  	\`buffer_after\` numeric DEFAULT 0 NOT NULL,
  	\`notice_hours\` numeric,
  	\`horizon_days\` numeric,
  	\`limit_per_day\` numeric,
  	\`limit_per_week\` numeric,
  	\`hosts_mode\` text DEFAULT 'any' NOT NULL,
  	\`location_kind\` text DEFAULT 'video' NOT NULL,
  	\`location_details\` text,
  	\`active\` integer DEFAULT true,
  	\`order\` numeric DEFAULT 0,
  	\`is_demo\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`meeting_types_slug_idx\` ON \`meeting_types\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_active_idx\` ON \`meeting_types\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_is_demo_idx\` ON \`meeting_types\` (\`is_demo\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_updated_at_idx\` ON \`meeting_types\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_created_at_idx\` ON \`meeting_types\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`meeting_types_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`hosts_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`meeting_types\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`hosts_id\`) REFERENCES \`hosts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`meeting_types_rels_order_idx\` ON \`meeting_types_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_rels_parent_idx\` ON \`meeting_types_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_rels_path_idx\` ON \`meeting_types_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`meeting_types_rels_hosts_id_idx\` ON \`meeting_types_rels\` (\`hosts_id\`);`)
  await db.run(sql`CREATE TABLE \`meetings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`status\` text DEFAULT 'confirmed' NOT NULL,
  	\`start\` text NOT NULL,
  	\`end\` text NOT NULL,
  	\`type_name\` text NOT NULL,
  	\`host_id\` text,
  	\`type_id\` text,
  	\`lead_id\` text,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`company\` text,
  	\`phone\` text,
  	\`guests\` text,
  	\`answers\` text,
  	\`attribution\` text,
  	\`notes\` text,
  	\`outcome\` text,
  	\`time_zone\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`cancelled_by\` text,
  	\`cancel_reason\` text,
  	\`booked_at\` text NOT NULL,
  	\`booked_by_id\` text,
  	\`hosts\` text NOT NULL,
  	\`snapshot\` text NOT NULL,
  	\`places\` text,
  	\`uid\` text NOT NULL,
  	\`sequence\` numeric DEFAULT 0 NOT NULL,
  	\`idempotency_key\` text NOT NULL,
  	\`manage_token_hash\` text NOT NULL,
  	\`manage_expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`host_id\`) REFERENCES \`hosts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`type_id\`) REFERENCES \`meeting_types\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`booked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`meetings_status_idx\` ON \`meetings\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`meetings_start_idx\` ON \`meetings\` (\`start\`);`)
  await db.run(sql`CREATE INDEX \`meetings_end_idx\` ON \`meetings\` (\`end\`);`)
  await db.run(sql`CREATE INDEX \`meetings_host_idx\` ON \`meetings\` (\`host_id\`);`)
  await db.run(sql`CREATE INDEX \`meetings_type_idx\` ON \`meetings\` (\`type_id\`);`)
  await db.run(sql`CREATE INDEX \`meetings_lead_idx\` ON \`meetings\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`meetings_email_idx\` ON \`meetings\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`meetings_booked_at_idx\` ON \`meetings\` (\`booked_at\`);`)
  await db.run(sql`CREATE INDEX \`meetings_booked_by_idx\` ON \`meetings\` (\`booked_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`meetings_uid_idx\` ON \`meetings\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`meetings_idempotency_key_idx\` ON \`meetings\` (\`idempotency_key\`);`)
  await db.run(sql`CREATE INDEX \`meetings_manage_token_hash_idx\` ON \`meetings\` (\`manage_token_hash\`);`)
  await db.run(sql`CREATE INDEX \`meetings_updated_at_idx\` ON \`meetings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`meetings_created_at_idx\` ON \`meetings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`meeting_claims\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`meeting\` text NOT NULL,
  	\`request\` text,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`meeting_claims_key_idx\` ON \`meeting_claims\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`meeting_claims_meeting_idx\` ON \`meeting_claims\` (\`meeting\`);`)
  await db.run(sql`CREATE INDEX \`meeting_claims_expires_at_idx\` ON \`meeting_claims\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`meeting_claims_updated_at_idx\` ON \`meeting_claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`meeting_claims_created_at_idx\` ON \`meeting_claims\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_entries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`who\` text NOT NULL,
  	\`email\` text,
  	\`user\` text,
  	\`action\` text NOT NULL,
  	\`entity\` text NOT NULL,
  	\`document\` text,
  	\`title\` text,
  	\`counts\` text,
  	\`request\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_entries_at_idx\` ON \`audit_entries\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_user_idx\` ON \`audit_entries\` (\`user\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_action_idx\` ON \`audit_entries\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_entity_idx\` ON \`audit_entries\` (\`entity\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_document_idx\` ON \`audit_entries\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_updated_at_idx\` ON \`audit_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_entries_created_at_idx\` ON \`audit_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_entries_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`audit_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_entries_texts_order_parent\` ON \`audit_entries_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`erasures\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`erased_at\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`counts\` text,
  	\`done\` integer DEFAULT false NOT NULL,
  	\`leads\` text NOT NULL,
  	\`marks\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`erasures_erased_at_idx\` ON \`erasures\` (\`erased_at\`);`)
  await db.run(sql`CREATE INDEX \`erasures_done_idx\` ON \`erasures\` (\`done\`);`)
  await db.run(sql`CREATE INDEX \`erasures_updated_at_idx\` ON \`erasures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`erasures_created_at_idx\` ON \`erasures\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notifications_copy\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`email\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_copy_order_idx\` ON \`notifications_copy\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`notifications_copy_parent_id_idx\` ON \`notifications_copy\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notifications_substitutes\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`absent\` text NOT NULL,
  	\`substitute\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`until\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_substitutes_order_idx\` ON \`notifications_substitutes\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`notifications_substitutes_parent_id_idx\` ON \`notifications_substitutes\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`booking_holidays\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`date\` text NOT NULL,
  	\`name\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`booking\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`booking_holidays_order_idx\` ON \`booking_holidays\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`booking_holidays_parent_id_idx\` ON \`booking_holidays\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`booking\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`notice_hours\` numeric DEFAULT 4,
  	\`horizon_days\` numeric DEFAULT 60,
  	\`is_demo\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`booking_is_demo_idx\` ON \`booking\` (\`is_demo\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_contact_points\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'email',
  	\`raw\` text NOT NULL,
  	\`value\` text,
  	\`lead_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_contact_points\`("id", "kind", "raw", "value", "lead_id", "updated_at", "created_at") SELECT "id", "kind", "raw", "value", "lead_id", "updated_at", "created_at" FROM \`contact_points\`;`)
  await db.run(sql`DROP TABLE \`contact_points\`;`)
  await db.run(sql`ALTER TABLE \`__new_contact_points\` RENAME TO \`contact_points\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`contact_points_value_idx\` ON \`contact_points\` (\`value\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_lead_idx\` ON \`contact_points\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_updated_at_idx\` ON \`contact_points\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_created_at_idx\` ON \`contact_points\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`next_action\` text;`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`next_action_at\` text;`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`first_answered_at\` text;`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`merged_into_id\` text REFERENCES leads(id);`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`merged_at\` text;`)
  await db.run(sql`ALTER TABLE \`leads\` ADD \`revision\` numeric DEFAULT 0;`)
  await db.run(sql`CREATE INDEX \`leads_next_action_at_idx\` ON \`leads\` (\`next_action_at\`);`)
  await db.run(sql`CREATE INDEX \`leads_first_answered_at_idx\` ON \`leads\` (\`first_answered_at\`);`)
  await db.run(sql`CREATE INDEX \`leads_merged_into_idx\` ON \`leads\` (\`merged_into_id\`);`)
  await db.run(sql`CREATE INDEX \`leads_merged_at_idx\` ON \`leads\` (\`merged_at\`);`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` ADD \`listed_at\` text;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` ADD \`decided_at\` text;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` ADD \`decided_by\` text;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` ADD \`corrected_email\` text;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` ADD \`corrected_at\` text;`)
  await db.run(sql`CREATE INDEX \`contact_submissions_decided_at_idx\` ON \`contact_submissions\` (\`decided_at\`);`)
  await db.run(sql`CREATE INDEX \`contact_submissions_corrected_email_idx\` ON \`contact_submissions\` (\`corrected_email\`);`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`outages\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`channel\` text DEFAULT 'mail';`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`url\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar_method\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`in_reply_to\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`references\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`author_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`emails_author_idx\` ON \`emails\` (\`author_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`hosts_id\` text REFERENCES hosts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`meeting_types_id\` text REFERENCES meeting_types(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_hosts_id_idx\` ON \`payload_locked_documents_rels\` (\`hosts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_meeting_types_id_idx\` ON \`payload_locked_documents_rels\` (\`meeting_types_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_messages\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_emails\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_leads\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_audit\` numeric;`)
  await db.run(sql`ALTER TABLE \`notifications\` ADD \`webhook_url\` text;`)
  await db.run(sql`ALTER TABLE \`notifications\` ADD \`webhook_secret\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`hosts_weekly_hours_days\`;`)
  await db.run(sql`DROP TABLE \`hosts_weekly_hours\`;`)
  await db.run(sql`DROP TABLE \`hosts_overrides\`;`)
  await db.run(sql`DROP TABLE \`hosts\`;`)
  await db.run(sql`DROP TABLE \`busy_feeds\`;`)
  await db.run(sql`DROP TABLE \`meeting_types_questions\`;`)
  await db.run(sql`DROP TABLE \`meeting_types\`;`)
  await db.run(sql`DROP TABLE \`meeting_types_rels\`;`)
  await db.run(sql`DROP TABLE \`meetings\`;`)
  await db.run(sql`DROP TABLE \`meeting_claims\`;`)
  await db.run(sql`DROP TABLE \`audit_entries\`;`)
  await db.run(sql`DROP TABLE \`audit_entries_texts\`;`)
  await db.run(sql`DROP TABLE \`erasures\`;`)
  await db.run(sql`DROP TABLE \`notifications_copy\`;`)
  await db.run(sql`DROP TABLE \`notifications_substitutes\`;`)
  await db.run(sql`DROP TABLE \`booking_holidays\`;`)
  await db.run(sql`DROP TABLE \`booking\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_leads\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`company\` text,
  	\`status\` text DEFAULT 'new' NOT NULL,
  	\`owner_id\` text,
  	\`first_touch_landing_page\` text,
  	\`first_touch_referrer\` text,
  	\`first_touch_source\` text,
  	\`first_touch_medium\` text,
  	\`first_touch_campaign\` text,
  	\`first_touch_article\` text,
  	\`first_touch_at\` text,
  	\`last_touch_landing_page\` text,
  	\`last_touch_referrer\` text,
  	\`last_touch_source\` text,
  	\`last_touch_medium\` text,
  	\`last_touch_campaign\` text,
  	\`last_touch_article\` text,
  	\`last_touch_at\` text,
  	\`locale\` text,
  	\`time_zone\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_leads\`("id", "name", "company", "status", "owner_id", "first_touch_landing_page", "first_touch_referrer", "first_touch_source", "first_touch_medium", "first_touch_campaign", "first_touch_article", "first_touch_at", "last_touch_landing_page", "last_touch_referrer", "last_touch_source", "last_touch_medium", "last_touch_campaign", "last_touch_article", "last_touch_at", "locale", "time_zone", "updated_at", "created_at") SELECT "id", "name", "company", "status", "owner_id", "first_touch_landing_page", "first_touch_referrer", "first_touch_source", "first_touch_medium", "first_touch_campaign", "first_touch_article", "first_touch_at", "last_touch_landing_page", "last_touch_referrer", "last_touch_source", "last_touch_medium", "last_touch_campaign", "last_touch_article", "last_touch_at", "locale", "time_zone", "updated_at", "created_at" FROM \`leads\`;`)
  await db.run(sql`DROP TABLE \`leads\`;`)
  await db.run(sql`ALTER TABLE \`__new_leads\` RENAME TO \`leads\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`leads_status_idx\` ON \`leads\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`leads_owner_idx\` ON \`leads\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`leads_updated_at_idx\` ON \`leads\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`leads_created_at_idx\` ON \`leads\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_emails\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`sent_at\` text,
  	\`to_name\` text,
  	\`to_address\` text,
  	\`reply_to_name\` text,
  	\`reply_to_address\` text,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`html\` text,
  	\`message_id\` text NOT NULL,
  	\`submission_id\` text,
  	\`lead_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`contact_submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_emails\`("id", "key", "kind", "state", "attempts", "next_attempt_at", "sent_at", "to_name", "to_address", "reply_to_name", "reply_to_address", "subject", "text", "html", "message_id", "submission_id", "lead_id", "updated_at", "created_at") SELECT "id", "key", "kind", "state", "attempts", "next_attempt_at", "sent_at", "to_name", "to_address", "reply_to_name", "reply_to_address", "subject", "text", "html", "message_id", "submission_id", "lead_id", "updated_at", "created_at" FROM \`emails\`;`)
  await db.run(sql`DROP TABLE \`emails\`;`)
  await db.run(sql`ALTER TABLE \`__new_emails\` RENAME TO \`emails\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`emails_key_idx\` ON \`emails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`emails_state_idx\` ON \`emails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`emails_next_attempt_at_idx\` ON \`emails\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_submission_idx\` ON \`emails\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_lead_idx\` ON \`emails\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_updated_at_idx\` ON \`emails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_created_at_idx\` ON \`emails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text,
  	\`topics_id\` text,
  	\`frameworks_id\` text,
  	\`statistics_id\` text,
  	\`pages_id\` text,
  	\`authors_id\` text,
  	\`media_id\` text,
  	\`leads_id\` text,
  	\`contact_points_id\` text,
  	\`users_id\` text,
  	\`redirects_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`frameworks_id\`) REFERENCES \`frameworks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`statistics_id\`) REFERENCES \`statistics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`leads_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contact_points_id\`) REFERENCES \`contact_points\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redirects_id\`) REFERENCES \`redirects\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "topics_id", "frameworks_id", "statistics_id", "pages_id", "authors_id", "media_id", "leads_id", "contact_points_id", "users_id", "redirects_id") SELECT "id", "order", "parent_id", "path", "articles_id", "topics_id", "frameworks_id", "statistics_id", "pages_id", "authors_id", "media_id", "leads_id", "contact_points_id", "users_id", "redirects_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_frameworks_id_idx\` ON \`payload_locked_documents_rels\` (\`frameworks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_statistics_id_idx\` ON \`payload_locked_documents_rels\` (\`statistics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_leads_id_idx\` ON \`payload_locked_documents_rels\` (\`leads_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_contact_points_id_idx\` ON \`payload_locked_documents_rels\` (\`contact_points_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redirects_id_idx\` ON \`payload_locked_documents_rels\` (\`redirects_id\`);`)
  await db.run(sql`DROP INDEX \`contact_submissions_decided_at_idx\`;`)
  await db.run(sql`DROP INDEX \`contact_submissions_corrected_email_idx\`;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` DROP COLUMN \`listed_at\`;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` DROP COLUMN \`decided_at\`;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` DROP COLUMN \`decided_by\`;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` DROP COLUMN \`corrected_email\`;`)
  await db.run(sql`ALTER TABLE \`contact_submissions\` DROP COLUMN \`corrected_at\`;`)
  await db.run(sql`CREATE TABLE \`__new_contact_points\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'email' NOT NULL,
  	\`raw\` text NOT NULL,
  	\`value\` text,
  	\`lead_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_contact_points\`("id", "kind", "raw", "value", "lead_id", "updated_at", "created_at") SELECT "id", "kind", "raw", "value", "lead_id", "updated_at", "created_at" FROM \`contact_points\`;`)
  await db.run(sql`DROP TABLE \`contact_points\`;`)
  await db.run(sql`ALTER TABLE \`__new_contact_points\` RENAME TO \`contact_points\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`contact_points_value_idx\` ON \`contact_points\` (\`value\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_lead_idx\` ON \`contact_points\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_updated_at_idx\` ON \`contact_points\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_created_at_idx\` ON \`contact_points\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_messages\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_emails\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_leads\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_audit\`;`)
  await db.run(sql`ALTER TABLE \`notifications\` DROP COLUMN \`webhook_url\`;`)
  await db.run(sql`ALTER TABLE \`notifications\` DROP COLUMN \`webhook_secret\`;`)
}
