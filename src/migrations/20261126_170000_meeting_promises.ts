import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`emails\` ADD \`attempts_before\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`emails\` ADD \`not_after\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`answer_promise\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`attempts_before\`;`)
  await db.run(sql`ALTER TABLE \`emails\` DROP COLUMN \`not_after\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`answer_promise\`;`)
}
