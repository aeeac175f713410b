import type { SqliteHandle } from '#storage/sqlite.ts'
import { migrateShelf } from './shelf-schema.ts'
import type { Followed, Message, ShelvedVenture, Shelf } from './shelf.ts'

/** Name of the shelf's database file within the data folder. */
export const SHELF_FILE = 'public.sqlite'

const KEY_BYTES = 32

interface FollowedRow {
  id: number
  url: string
  fetched: string | null
  problem: string | null
  ventures: string
}

/** The shelf over one SQLite connection; several may be open on the same file, in several threads. It closes with `close`. */
export function openShelf(handle: SqliteHandle): Shelf {
  migrateShelf(handle)
  const sql = statementsOf(handle)
  const within = <T>(work: () => T): T => {
    sql.begin.run([])
    try {
      const result = work()
      sql.commit.run([])
      return result
    } catch (error) {
      sql.rollback.run([])
      throw error
    }
  }
  /** Writes something that the public app answers with: the version rises in the same transaction. */
  const show = (...works: (() => { changes: number | bigint })[]): boolean =>
    within(() => {
      const changed = works.map((work) => Number(work().changes) > 0).includes(true)
      if (changed) sql.rise.run([])
      return changed
    })
  const fact = (name: string): unknown => first<{ value: unknown }>(sql.fact.all([name]))?.value
  const text = (name: string): string => String(fact(name) ?? '')

  return {
    version: () => Number(fact('version')),
    site: () => ({ url: text('url'), name: text('name') }),
    setSite(change) {
      show(
        ...Object.entries(change).map(
          ([name, value]) =>
            () =>
              sql.setFact.run([value, name, value]),
        ),
      )
    },
    key() {
      const made = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
      // Two threads may ask first at the same time; the one that wrote first is right.
      if (fact('key') === undefined) sql.addFact.run(['key', made])
      return new Uint8Array(fact('key') as Uint8Array)
    },
    ...ventureShelf(sql, show),
    ...followedShelf(sql, show),
    ...inboxShelf(sql, within),
    pledgeView: (id) => first<{ view: string }>(sql.pledgeView.all([id]))?.view,
    putPledgeView: (id, view) => void sql.putPledgeView.run([id, view]),
    document(id) {
      const found = first<{ type: string; name: string; bytes: Uint8Array }>(sql.document.all([id]))
      return found && { type: found.type, name: found.name, bytes: new Uint8Array(found.bytes) }
    },
    putDocument: (id, { type, name, bytes }) => void sql.putDocument.run([id, type, name, bytes]),
    close: () => handle.close(),
  }
}

type Statements = ReturnType<typeof statementsOf>
type Show = (...works: (() => { changes: number | bigint })[]) => boolean

/** Every statement, prepared once. */
function statementsOf(handle: SqliteHandle) {
  const p = (sql: string) => handle.prepare(sql)
  return {
    begin: p('begin immediate'),
    commit: p('commit'),
    rollback: p('rollback'),
    fact: p('select "value" from "fact" where "name" = ?'),
    addFact: p('insert into "fact" ("name", "value") values (?, ?) on conflict do nothing'),
    setFact: p('update "fact" set "value" = ? where "name" = ? and "value" <> ?'),
    rise: p(`update "fact" set "value" = "value" + 1 where "name" = 'version'`),
    ventures: p('select "address", "listed", "json" from "venture" order by "address"'),
    venture: p('select "address", "listed", "json" from "venture" where "address" = ?'),
    publish: p(
      `insert into "venture" ("address", "listed", "json") values (?, ?, ?) on conflict ("address") do update
       set "listed" = excluded."listed", "json" = excluded."json" where "listed" <> excluded."listed" or "json" <> excluded."json"`,
    ),
    withdraw: p('delete from "venture" where "address" = ?'),
    note: p('select "note" from "note" where "key" = ?'),
    putNote: p('insert or replace into "note" ("key", "note") values (?, ?)'),
    followed: p('select * from "followed" order by "id"'),
    followedAt: p('select * from "followed" where "url" = ?'),
    follow: p(`insert into "followed" ("url", "ventures") values (?, '[]') on conflict do nothing`),
    unfollow: p('delete from "followed" where "id" = ?'),
    said: p('update "followed" set "fetched" = ?, "ventures" = ?, "problem" = null where "id" = ?'),
    unsaid: p('update "followed" set "problem" = ? where "id" = ?'),
    taken: p('select "number" from "taken" where "key" = ?'),
    take: p('insert into "taken" ("key", "number") values (?, ?)'),
    leave: p('insert into "message" ("at", "kind", "body") values (?, ?, ?)'),
    inbox: p('select "number", "at", "kind", "body" from "message" where "number" > ? order by "number" limit ?'),
    drained: p('delete from "message" where "number" <= ?'),
    pledgeView: p('select "view" from "pledge_view" where "id" = ?'),
    putPledgeView: p('insert or replace into "pledge_view" ("id", "view") values (?, ?)'),
    document: p('select "type", "name", "bytes" from "document" where "id" = ?'),
    putDocument: p('insert or replace into "document" ("id", "type", "name", "bytes") values (?, ?, ?, ?)'),
  }
}

function ventureShelf(sql: Statements, show: Show): Pick<Shelf, 'ventures' | 'venture' | 'publish' | 'withdraw' | 'note' | 'putNote'> {
  return {
    ventures: () => (sql.ventures.all([]) as VentureRow[]).map(shelved),
    venture(address) {
      const row = first<VentureRow>(sql.venture.all([address]))
      return row && shelved(row)
    },
    publish: ({ address, listed, json }) => show(() => sql.publish.run([address, listed ? 1 : 0, json])),
    withdraw: (address) => void show(() => sql.withdraw.run([address])),
    note: (key) => first<{ note: string }>(sql.note.all([key]))?.note,
    putNote: (key, note) => void sql.putNote.run([key, note]),
  }
}

function followedShelf(sql: Statements, show: Show): Pick<Shelf, 'followed' | 'follow' | 'unfollow' | 'putFollowed'> {
  return {
    followed: () => (sql.followed.all([]) as FollowedRow[]).map(followedOf),
    follow(url) {
      show(() => sql.follow.run([url]))
      return followedOf(first<FollowedRow>(sql.followedAt.all([url])) as FollowedRow) // it was just written
    },
    unfollow: (id) => void show(() => sql.unfollow.run([id])),
    putFollowed(id, said) {
      if ('problem' in said) show(() => sql.unsaid.run([said.problem, id]))
      else show(() => sql.said.run([said.at, JSON.stringify(said.ventures), id]))
    },
  }
}

function inboxShelf(sql: Statements, within: <T>(work: () => T) => T): Pick<Shelf, 'leave' | 'inbox' | 'drained'> {
  return {
    leave: ({ at, kind, key, body }) =>
      within(() => {
        const before = first<{ number: number }>(sql.taken.all([key]))
        if (before) return before.number
        const number = Number(sql.leave.run([at, kind, body]).lastInsertRowid)
        sql.take.run([key, number])
        return number
      }),
    inbox: (after, limit) => (sql.inbox.all([after, limit]) as Message[]).map((message) => ({ ...message })),
    drained: (upTo) => void sql.drained.run([upTo]),
  }
}

interface VentureRow {
  address: string
  listed: number
  json: string
}

function shelved({ address, listed, json }: VentureRow): ShelvedVenture {
  return { address, listed: listed === 1, json }
}

function followedOf({ id, url, fetched, problem, ventures }: FollowedRow): Followed {
  return { id, url, fetched, problem, ventures: JSON.parse(ventures) as string[], day: fetched?.slice(0, 10) ?? null }
}

function first<T>(rows: unknown[]): T | undefined {
  return rows[0] as T | undefined
}
