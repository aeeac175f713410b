import type { SqliteHandle } from '#storage/sqlite.ts'

/** What each version of the file adds to the one before it; a version that was released is never changed. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table "fact" ("name" text primary key, "value" any not null) strict, without rowid`,
    `insert into "fact" ("name", "value") values ('version', 0), ('url', ''), ('name', '')`,
    `create table "venture" ("address" text primary key, "listed" integer not null, "json" text not null) strict`,
    `create table "followed" (
      "id" integer primary key autoincrement, "url" text not null unique, "fetched" text, "problem" text, "ventures" text not null
    ) strict`,
    // Numbers are never given twice, or a message could look as if it had been drained.
    `create table "message" (
      "number" integer primary key autoincrement, "at" text not null, "kind" text not null, "body" text not null
    ) strict`,
    // Keys outlive their messages: what comes again after it was drained is still nothing new.
    `create table "taken" ("key" text primary key, "number" integer not null) strict, without rowid`,
    `create table "pledge_view" ("id" text primary key, "view" text not null) strict, without rowid`,
    `create table "document" ("id" text primary key, "type" text not null, "name" text not null, "bytes" blob not null) strict`,
  ],
  [`create table "note" ("key" text primary key, "note" text not null) strict, without rowid`],
]

/** Brings the shelf's file up to this program; throws a sentence where a newer one wrote it. */
export function migrateShelf(handle: SqliteHandle): void {
  const run = (sql: string): void => void handle.prepare(sql).run([])
  // Two threads open the file at the same time, and only one of them may change it.
  run('begin immediate')
  try {
    const [row] = handle.prepare('pragma user_version').all([]) as { user_version: number }[]
    const found = row?.user_version ?? 0
    if (found > MIGRATIONS.length) {
      throw new Error('Failed to open public.sqlite: a newer Enough wrote it. Start that one, or move the file away.')
    }
    for (const statements of MIGRATIONS.slice(found)) statements.forEach(run)
    if (found < MIGRATIONS.length) run(`pragma user_version = ${MIGRATIONS.length}`)
    run('commit')
  } catch (error) {
    run('rollback')
    throw error
  }
}
