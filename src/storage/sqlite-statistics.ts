/**
 * What SQLite's planner is told of the tables' shape, in the words of `sqlite_stat1`: rows, then rows per distinct prefix of the index.
 * Without it SQLite guesses ten rows for any first column, and every index here leads with the book: a book of a million
 * lines was walked whole to find four hundred keys. Figures of a large book are fixed here, so that plans do not depend on when
 * statistics were last gathered. https://www.sqlite.org/fileformat2.html#stat1tab
 */
const SHAPES: readonly (readonly [table: string, index: string, figures: string])[] = [
  ['venture', 'venture', '10 10 1'],
  ['stream', 'stream', '30 30 1'],
  ['target', 'target', '10 10 1'],
  ['own_rate', 'own_rate', '100 100 10 10 1'],
  ['venture_need', 'venture_need', '20 20 2 1'],
  ['publication', 'publication', '10 10 1'],
  ['pledge', 'pledge', '1000 1000 1'],
  ['pledge_link', 'pledge_link', '2000 2000 2 2 1'],
  ['patron_kind', 'patron_kind', '100 100 1'],
  ['import', 'import', '400 400 1'],
  ['import_source', 'import_source', '400 400 1 1 1'],
  ['version', 'version', '1000000 1000000 1'],
  ['version', 'version_key', '1000000 1000000 30000 1'],
  ['claim', 'claim', '2000000 2000000 2 1'],
  ['claim', 'claim_import', '2000000 2000000 20000 1'],
  ['edit', 'edit', '2000 2000 100 1'],
  ['entry', 'entry', '1000000 1000000 30000 1'],
  ['entry', 'entry_day', '1000000 1000000 300 10 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ['entry', 'entry_long', '25000 25000 10 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ['entry', 'entry_spread', '10000 10000 10'],
  ['entry', 'entry_tie', '500000 500000 20000 1'],
  ['entry', 'entry_ref', '500000 500000 20000 2'],
  ['entry', 'entry_reference', '2000 2000 2'],
  ['entry', 'entry_yields', '20000 20000 5000'],
  ['income_day', 'income_day', '100000 100000 3500 1 1 1 1'],
  ['income_total', 'income_total', '4000 4000 1'],
  ['income_month', 'income_month', '10000 10000 5000 40 1 1 1'],
]

/** Statements that set the figures; the last one makes the open connection read them. */
export const STATISTICS: readonly string[] = [
  'analyze',
  'delete from sqlite_stat1',
  ...SHAPES.map(([table, index, figures]) => `insert into sqlite_stat1 (tbl, idx, stat) values ('${table}', '${index}', '${figures}')`),
  'analyze sqlite_schema',
]
