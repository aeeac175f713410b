import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeHandle } from '#storage/node-handle.ts'
import { openWasmHandle } from '#storage/wasm-handle.ts'
import type { Shelf } from './shelf.ts'
import { openShelf, SHELF_FILE } from './sql-shelf.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-shelf-'))
})
afterAll(() => rm(folder, { recursive: true }))

const AT = '2026-11-23T10:00:00Z'
const handles = [
  ['node:sqlite', async () => nodeHandle(':memory:')],
  ['SQLite-wasm', openWasmHandle],
] as const

describe.each(handles)('a shelf on %s', (_, open) => {
  const fresh = async (): Promise<Shelf> => openShelf(await open())

  test('it begins empty', async () => {
    const shelf = await fresh()
    expect(shelf.site()).toEqual({ url: '', name: '' })
    expect([shelf.ventures(), shelf.followed(), shelf.inbox(0, 10)]).toEqual([[], [], []])
    expect([shelf.venture('a'), shelf.pledgeView('a'), shelf.document('a')]).toEqual([undefined, undefined, undefined])
    shelf.close()
  })

  test('facts of the site are set one by one, and only a change raises the version', async () => {
    const shelf = await fresh()
    const before = shelf.version()
    shelf.setSite({ url: 'https://a.example' })
    shelf.setSite({ name: 'Ours' })
    expect(shelf.site()).toEqual({ url: 'https://a.example', name: 'Ours' })
    expect(shelf.version()).toBe(before + 2)
    shelf.setSite({ url: 'https://a.example', name: 'Ours' })
    shelf.setSite({})
    expect(shelf.version()).toBe(before + 2)
  })

  test('its key is 256 bits, and stays', async () => {
    const shelf = await fresh()
    expect(shelf.key()).toHaveLength(32)
    expect(shelf.key()).toEqual(shelf.key())
    expect((await fresh()).key()).not.toEqual(shelf.key())
  })

  test('the same bytes published again change nothing', async () => {
    const shelf = await fresh()
    const venture = { address: 'b', listed: true, json: '{"title":"ä"}' }
    expect(shelf.publish(venture)).toBe(true)
    const version = shelf.version()
    expect(shelf.publish(venture)).toBe(false)
    expect(shelf.version()).toBe(version)
    expect(shelf.publish({ ...venture, listed: false })).toBe(true)
    expect(shelf.publish({ ...venture, listed: false, json: '{}' })).toBe(true)
    expect(shelf.version()).toBe(version + 2)
    shelf.publish({ ...venture, address: 'a' })
    expect(shelf.ventures().map(({ address }) => address)).toEqual(['a', 'b'])
    expect(shelf.venture('b')).toEqual({ address: 'b', listed: false, json: '{}' })
    shelf.withdraw('b')
    const after = shelf.version()
    shelf.withdraw('b')
    expect([shelf.venture('b'), shelf.version()]).toEqual([undefined, after])
  })

  test('a note changes nothing that the public app answers, and outlives its page', async () => {
    const shelf = await fresh()
    shelf.publish({ address: 'a', listed: true, json: '{}' })
    const before = shelf.version()
    shelf.putNote('n', 'one')
    shelf.putNote('n', 'two')
    expect([shelf.note('n'), shelf.note('m'), shelf.version()]).toEqual(['two', undefined, before])
    shelf.withdraw('a')
    expect(shelf.note('n')).toBe('two')
  })

  test('an address is followed once, and what it said stays when it cannot be read', async () => {
    const shelf = await fresh()
    const followed = shelf.follow('https://b.example/enough.json')
    expect(followed).toEqual({
      id: followed.id,
      url: 'https://b.example/enough.json',
      fetched: null,
      problem: null,
      ventures: [],
      day: null,
    })
    expect(shelf.follow('https://b.example/enough.json')).toEqual(followed)
    shelf.putFollowed(followed.id, { at: AT, ventures: ['{}', '{"a":1}'] })
    const said = { ...followed, fetched: AT, ventures: ['{}', '{"a":1}'], day: '2026-11-23' }
    expect(shelf.followed()).toEqual([said])
    shelf.putFollowed(followed.id, { at: '2026-11-24T10:00:00Z', problem: 'no answer' })
    expect(shelf.followed()).toEqual([{ ...said, problem: 'no answer' }])
    shelf.putFollowed(followed.id, { at: AT, ventures: [] })
    expect(shelf.followed()).toEqual([{ ...said, ventures: [] }])
    const version = shelf.version()
    shelf.unfollow(followed.id)
    expect([shelf.followed(), shelf.version()]).toEqual([[], version + 1])
  })

  test('views and documents come back as they were put, and cost no cache', async () => {
    const shelf = await fresh()
    const version = shelf.version()
    shelf.putPledgeView('a', '{"a":1}')
    shelf.putPledgeView('a', '{"a":2}')
    expect(shelf.pledgeView('a')).toBe('{"a":2}')
    const document = { type: 'application/pdf', name: 'Rechnung ä.pdf', bytes: new Uint8Array([0, 255, 37, 0]) }
    shelf.putDocument('d', { ...document, bytes: new Uint8Array(3) })
    shelf.putDocument('d', document)
    expect(shelf.document('d')).toEqual(document)
    expect(shelf.version()).toBe(version)
  })

  test('each key is taken once, whatever was drained between, and numbers only rise', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const act = fc.oneof(
      key.map((leave) => ({ leave })),
      fc.nat(5).map((drain) => ({ drain })),
    )
    const shelf = await fresh()
    let round = 0
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        round += 1
        const numbers = new Map<string, number>()
        let waiting: number[] = shelf.inbox(0, 100).map(({ number }) => number)
        let last = waiting.at(-1) ?? 0
        for (const act of acts) {
          if ('leave' in act) {
            const number = shelf.leave({ at: AT, kind: 'pledge', key: `${act.leave}${round}`, body: act.leave })
            const known = numbers.get(act.leave)
            if (known === undefined) {
              expect(number).toBeGreaterThan(last)
              waiting.push((last = number))
            } else expect(number).toBe(known)
            numbers.set(act.leave, number)
          } else {
            const upTo = waiting[act.drain] ?? 0
            shelf.drained(upTo)
            waiting = waiting.filter((number) => number > upTo)
          }
          expect(shelf.inbox(0, 100).map(({ number }) => number)).toEqual(waiting)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('the inbox is read in order, after a number and no more than asked for', async () => {
    const shelf = await fresh()
    const numbers = ['x', 'y', 'z'].map((key) => shelf.leave({ at: AT, kind: 'change', key, body: key }))
    expect(shelf.inbox(numbers[0] ?? 0, 1)).toEqual([{ number: numbers[1], at: AT, kind: 'change', body: 'y' }])
  })
})

test('what one connection publishes the other answers, and its version says so', () => {
  const [owner, stranger] = [0, 1].map(() => openShelf(nodeHandle(join(folder, SHELF_FILE)))) as [Shelf, Shelf]
  const before = stranger.version()
  owner.publish({ address: 'a', listed: true, json: '{}' })
  expect(stranger.version()).toBeGreaterThan(before)
  expect(stranger.venture('a')?.json).toBe('{}')
  expect(stranger.key()).toEqual(owner.key())
  const number = stranger.leave({ at: AT, kind: 'pledge', key: 'p', body: '{}' })
  expect(owner.leave({ at: AT, kind: 'pledge', key: 'p', body: '{}' })).toBe(number)
  expect(owner.inbox(0, 10)).toHaveLength(1)
  owner.close()
  stranger.close()
})

test('a file of a newer program is left alone', () => {
  const path = join(folder, 'newer.sqlite')
  const handle = nodeHandle(path)
  handle.prepare('pragma user_version = 99').run([])
  expect(() => openShelf(handle)).toThrow(/^Failed to open public\.sqlite: a newer Enough wrote it\./)
  handle.close()
})
