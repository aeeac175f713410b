import { sql, type Kysely } from 'kysely'
import type { Driver } from './driver.ts'
import type { Schema } from './schema.ts'
import { giveSharedSights } from './shared-sights.ts'

const SUM_COLUMNS = `gross bigint not null, fees bigint not null, refunds bigint not null, tax bigint not null,
  h_gross bigint not null, h_fees bigint not null, h_refunds bigint not null, h_tax bigint not null,
  entries integer not null, estimated integer not null`

/** What is more than a statement can say. */
type Change = (db: Kysely<Schema>) => Promise<void>

/** Each step is a list of statements, run once, in order; a step that shipped is never changed. `{end}` is the driver's table ending. */
const STEPS: readonly (readonly (string | Change)[])[] = [
  [
    `create table book (book text not null, name text not null, home text not null, zone text not null, locale text not null,
      revision integer not null, example integer not null, next_id integer not null, rates_last text not null, primary key (book)) {end}`,
    `create table venture (book text not null, id integer not null, name text not null, work text not null, archived integer not null,
      automatic integer not null, primary key (book, id)) {end}`,
    `create table stream (book text not null, id integer not null, venture integer not null, name text not null, platform text not null,
      kind text not null, archived integer not null, automatic integer not null, primary key (book, id)) {end}`,
    `create table target (book text not null, from_month text not null, bare bigint not null, enough bigint not null,
      comfortable bigint not null, primary key (book, from_month)) {end}`,
    `create table own_rate (book text not null, currency text not null, against text not null, from_day text not null, rate text not null,
      primary key (book, currency, against, from_day)) {end}`,
    `create table import (book text not null, id integer not null, batch text not null, file text not null, name text not null,
      layout text not null, saved_at text not null, bytes bigint not null, as_of text not null, span_from text, span_to text, covers text,
      rows integer not null, added integer not null, updated integer not null, unchanged integer not null, transfers integer not null,
      non_rows integer not null, complaints text not null, signature text, mapping text, primary key (book, id)) {end}`,
    `create table import_source (book text not null, import integer not null, platform text not null, account text not null,
      stream integer not null, primary key (book, import, platform, account)) {end}`,
    `create table version (book text not null, id bigint not null, stream integer not null, key text not null, facts text not null,
      primary key (book, id)) {end}`,
    `create index version_key on version (book, stream, key)`,
    `create table claim (book text not null, version bigint not null, import integer not null, primary key (book, version, import)) {end}`,
    `create index claim_import on claim (book, import, version)`,
    `create table edit (book text not null, stream integer not null, key text not null, changes text not null,
      primary key (book, stream, key)) {end}`,
    `create table entry (book text not null, stream integer not null, key text not null, version bigint not null, day text not null,
      month text not null, at text not null, kind text not null, currency text not null, gross bigint not null, fees bigint not null,
      refunds bigint not null, tax bigint not null, h_gross bigint, h_fees bigint, h_refunds bigint, h_tax bigint, rate text not null,
      rate_day text, months integer not null, tie text, patron text, name text, note text, ref text, yields integer not null,
      uncounted text, edited integer not null, by_hand integer not null, revision integer not null, spread text,
      primary key (book, stream, key)) {end}`,
    `create index entry_day on entry (book, day, stream, key)`,
    `create index entry_tie on entry (book, stream, tie) where tie is not null`,
    `create index entry_ref on entry (book, stream, ref) where ref is not null`,
    `create index entry_yields on entry (book, stream) where yields = 1`,
    `create table income_day (book text not null, stream integer not null, day text not null, currency text not null,
      converted integer not null, whole_month integer not null, ${SUM_COLUMNS},
      primary key (book, stream, day, currency, converted, whole_month)) {end}`,
    `create table income_total (book text not null, day text not null, net bigint not null, primary key (book, day)) {end}`,
    `create table income_month (book text not null, lens text not null, month text not null, stream integer not null, currency text not null,
      converted integer not null, ${SUM_COLUMNS}, primary key (book, lens, month, stream, currency, converted)) {end}`,
  ],
  [
    `create table venture_need (book text not null, venture integer not null, from_month text not null, needs text not null,
      primary key (book, venture, from_month)) {end}`,
    `create table publication (book text not null, venture integer not null, facts text not null, primary key (book, venture)) {end}`,
    `create table pledge (book text not null, id text not null, venture integer not null, made text not null, facts text not null,
      primary key (book, id)) {end}`,
    `create table pledge_link (book text not null, pledge text not null, stream integer not null, key text not null, paid integer not null,
      primary key (book, pledge, stream, key)) {end}`,
    `create table patron_kind (book text not null, patron text not null, kind text not null, primary key (book, patron)) {end}`,
    `alter table entry add column reference text`,
    `create index entry_reference on entry (book, reference) where reference is not null`,
    // Books with a line that may hold a reference are placed anew when they are opened, as after new rates; the others are spared it.
    `update book set rates_last = '' where exists (select 1 from entry where entry.book = book.book and
      lower(coalesce(entry.name, '') || ' ' || coalesce(entry.note, '') || ' ' || coalesce(entry.ref, '')) like '%rf%en%')`,
  ],
  [
    `create table hour (book text not null, key text not null, import integer not null, at text not null, minutes integer not null,
      project text not null, note text, primary key (book, key, import)) {end}`,
    `create index hour_import on hour (book, import)`,
    `create table hour_project (book text not null, project text not null, import integer not null, venture integer, kind text not null,
      primary key (book, project, import)) {end}`,
  ],
  [
    `create table patron_sight (book text not null, import integer not null, stream integer not null, key text not null,
      facts text not null, primary key (book, import, stream, key)) {end}`,
  ],
  [
    `alter table stream add column months integer`,
    `create table stream_rate (book text not null, stream integer not null, currency text not null, against text not null,
      from_day text not null, rate text not null, primary key (book, stream, currency, against, from_day)) {end}`,
  ],
  [
    `create table double_decision (book text not null, id text not null, facts text not null, primary key (book, id)) {end}`,
    `create table double_rule (book text not null, counts integer not null, covered integer not null,
      primary key (book, counts, covered)) {end}`,
    `alter table entry add column proof text`,
    `alter table entry add column doubled text`,
    `create index entry_proof on entry (book, stream, proof) where proof is not null`,
    `create index entry_doubled on entry (book, stream, key) where doubled is not null`,
    // Books whose lines another's reference may prove are placed anew when they are opened.
    `update book set rates_last = '' where exists (select 1 from stream where stream.book = book.book and platform in ('stripe', 'paypal'))`,
  ],
  [
    `create table stream_route (book text not null, id integer not null, stream integer not null, into_stream integer not null,
      words text not null, source text not null, primary key (book, id)) {end}`,
    `alter table entry add column counts_in integer not null default 0`,
    `update entry set counts_in = stream`,
  ],
  [
    `create table promise (book text not null, month text not null, low bigint not null, middle bigint not null, high bigint not null,
      recalibration integer not null, currency text not null, made text not null, primary key (book, month)) {end}`,
  ],
  [
    `create table check_in (book text not null, week text not null, venture integer not null, basic integer not null,
      paid integer not null, care integer not null, primary key (book, week, venture)) {end}`,
    `create table time_plan (book text not null, floor integer not null, sustainable integer, primary key (book)) {end}`,
    `alter table stream add column bound integer`,
    `alter table venture add column joy integer`,
  ],
  [`create table stream_from_lists (book text not null, stream integer not null, primary key (book, stream)) {end}`],
  [
    `create table buffer (book text not null, amount bigint not null, least bigint not null, day text not null, primary key (book)) {end}`,
    `create table scenario (book text not null, id integer not null, name text not null, changes text not null, primary key (book, id)) {end}`,
    `create index entry_long on entry (book, day) where months > 1`,
  ],
  [
    `create table target_fact (book text not null, kind text not null, month text not null, facts text not null,
      primary key (book, kind, month)) {end}`,
  ],
  [giveSharedSights],
  [`drop index entry_yields`, `create index entry_yields on entry (book, stream) where yields > 0`],
  [
    // What is read of a month's lines stands in the index itself: a step from it to each line costs ten times the reading.
    `drop index entry_day`,
    `create index entry_day on entry (book, day, stream, key, counts_in, kind, uncounted, months, currency, patron, name, tie,
      gross, fees, h_gross, h_fees, h_refunds, spread)`,
    `drop index entry_long`,
    `create index entry_long on entry (book, day, stream, key, at, counts_in, kind, uncounted, months, currency, patron, name, tie,
      gross, fees, refunds, tax, h_gross, h_fees, h_refunds, h_tax, spread) where months > 1`,
    `create index entry_spread on entry (book, day) where spread is not null`,
  ],
  [`create table agreed_income (book text not null, id integer not null, facts text not null, primary key (book, id)) {end}`],
]

/** Brings a database up to this version of the program; throws when it comes from a newer one. */
export async function migrate(db: Kysely<Schema>, driver: Driver): Promise<void> {
  await sql`create table if not exists migration (step integer not null primary key)`.execute(db)
  const done = await sql<{ count: number }>`select count(*) as count from migration`.execute(db)
  const steps = Number(done.rows[0]?.count ?? 0)
  if (steps > STEPS.length) {
    throw new Error('Failed to open the data: a newer version of Enough wrote it. Start that version, or restore a book file here.')
  }
  for (const [index, statements] of STEPS.entries()) {
    if (index < steps) continue
    await db.transaction().execute(async (transaction) => {
      for (const statement of statements) {
        if (typeof statement === 'string') await sql.raw(statement.replace('{end}', driver.tableEnding)).execute(transaction)
        else await statement(transaction)
      }
      await sql`insert into migration (step) values (${index + 1})`.execute(transaction)
    })
  }
  if (steps < STEPS.length) for (const statement of driver.afterMigration) await sql.raw(statement).execute(db)
}
