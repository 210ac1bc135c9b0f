import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  // Made anew: a column that was added has no rule for when what it refers to goes.
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_emails\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`outages\` numeric DEFAULT 0,
  	\`next_attempt_at\` text,
  	\`sent_at\` text,
  	\`channel\` text DEFAULT 'mail',
  	\`to_name\` text,
  	\`to_address\` text,
  	\`url\` text,
  	\`reply_to_name\` text,
  	\`reply_to_address\` text,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`html\` text,
  	\`calendar\` text,
  	\`calendar_method\` text,
  	\`message_id\` text NOT NULL,
  	\`in_reply_to\` text,
  	\`references\` text,
  	\`author_id\` text,
  	\`submission_id\` text,
  	\`lead_id\` text,
  	\`meeting_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`contact_submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`meeting_id\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_emails\`("id", "key", "kind", "state", "attempts", "outages", "next_attempt_at", "sent_at", "channel", "to_name", "to_address", "url", "reply_to_name", "reply_to_address", "subject", "text", "html", "calendar", "calendar_method", "message_id", "in_reply_to", "references", "author_id", "submission_id", "lead_id", "updated_at", "created_at") SELECT "id", "key", "kind", "state", "attempts", "outages", "next_attempt_at", "sent_at", "channel", "to_name", "to_address", "url", "reply_to_name", "reply_to_address", "subject", "text", "html", "calendar", "calendar_method", "message_id", "in_reply_to", "references", "author_id", "submission_id", "lead_id", "updated_at", "created_at" FROM \`emails\`;`)
  await db.run(sql`DROP TABLE \`emails\`;`)
  await db.run(sql`ALTER TABLE \`__new_emails\` RENAME TO \`emails\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`emails_key_idx\` ON \`emails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`emails_state_idx\` ON \`emails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`emails_next_attempt_at_idx\` ON \`emails\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_author_idx\` ON \`emails\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_submission_idx\` ON \`emails\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_lead_idx\` ON \`emails\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_updated_at_idx\` ON \`emails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_created_at_idx\` ON \`emails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_meeting_idx\` ON \`emails\` (\`meeting_id\`);`)
  await db.run(sql`ALTER TABLE \`meetings\` ADD \`kept_despite\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_emails\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`outages\` numeric DEFAULT 0,
  	\`next_attempt_at\` text,
  	\`sent_at\` text,
  	\`channel\` text DEFAULT 'mail',
  	\`to_name\` text,
  	\`to_address\` text,
  	\`url\` text,
  	\`reply_to_name\` text,
  	\`reply_to_address\` text,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`html\` text,
  	\`calendar\` text,
  	\`calendar_method\` text,
  	\`message_id\` text NOT NULL,
  	\`in_reply_to\` text,
  	\`references\` text,
  	\`author_id\` text,
  	\`submission_id\` text,
  	\`lead_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`contact_submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`leads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_emails\`("id", "key", "kind", "state", "attempts", "outages", "next_attempt_at", "sent_at", "channel", "to_name", "to_address", "url", "reply_to_name", "reply_to_address", "subject", "text", "html", "calendar", "calendar_method", "message_id", "in_reply_to", "references", "author_id", "submission_id", "lead_id", "updated_at", "created_at") SELECT "id", "key", "kind", "state", "attempts", "outages", "next_attempt_at", "sent_at", "channel", "to_name", "to_address", "url", "reply_to_name", "reply_to_address", "subject", "text", "html", "calendar", "calendar_method", "message_id", "in_reply_to", "references", "author_id", "submission_id", "lead_id", "updated_at", "created_at" FROM \`emails\`;`)
  await db.run(sql`DROP TABLE \`emails\`;`)
  await db.run(sql`ALTER TABLE \`__new_emails\` RENAME TO \`emails\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`emails_key_idx\` ON \`emails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`emails_state_idx\` ON \`emails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`emails_next_attempt_at_idx\` ON \`emails\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_author_idx\` ON \`emails\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_submission_idx\` ON \`emails\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_lead_idx\` ON \`emails\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_updated_at_idx\` ON \`emails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_created_at_idx\` ON \`emails\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`meetings\` DROP COLUMN \`kept_despite\`;`)
}
