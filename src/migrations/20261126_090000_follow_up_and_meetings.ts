import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`emails\` ADD \`channel\` text DEFAULT 'mail';`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`url\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar\` text;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`calendar_method\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notifications_copy\`;`)
  await db.run(sql`DROP TABLE \`notifications_substitutes\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
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
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`contact_points_value_idx\` ON \`contact_points\` (\`value\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_lead_idx\` ON \`contact_points\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_updated_at_idx\` ON \`contact_points\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contact_points_created_at_idx\` ON \`contact_points\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`channel\`;`)
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`url\`;`)
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`calendar\`;`)
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`calendar_method\`;`)
}
