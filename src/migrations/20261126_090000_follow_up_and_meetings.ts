import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`emails\` ADD \`channel\` text DEFAULT 'mail';`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`url\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar_method\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`in_reply_to\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`references\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`author_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`emails_author_idx\` ON \`emails\` (\`author_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit_entries\`;`)
  await db.run(sql`DROP TABLE \`audit_entries_texts\`;`)
  await db.run(sql`DROP TABLE \`notifications_copy\`;`)
  await db.run(sql`DROP TABLE \`notifications_substitutes\`;`)
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
}
