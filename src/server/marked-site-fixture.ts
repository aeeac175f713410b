import type { Need, PublicationDraft } from '#contract/publication.ts'
import type { Publication } from '#domain/publication.ts'
import { testApp, type TestApp } from './app-fixture.ts'
import { BANK, BOOK, callsOf, CONTACT, draft, PAGE, SITE } from './publication-fixture.ts'
import { createPublisher, type Publisher } from './publisher.ts'

export const UNLISTED = '00112233445566778899aabbccddeeff'
const EVERYTHING = { needs: true, history: true, patrons: true, split: true, names: true, pledged: true }

/** Whose every name stays in the book begins so. */
export const MARK = 'Inside'

interface Made {
  venture: number
  stream: number
}

interface Site {
  app: TestApp
  calls: ReturnType<typeof callsOf>
  publisher: Publisher
  k: number
}

/**
 * A book full of marked names and of amounts that no page may tell, and a site that publishes some of its ventures: percent-only ones,
 * one without money, one with exact money, one for those who have its address, and one private. All money but that of the exact and
 * the unlisted venture is `k` times as much.
 */
export async function markedSite(k: number) {
  const app = await testApp()
  const calls = callsOf(app)
  const publisher = createPublisher({ ...app, clock: () => app.time.now, log: (_, error) => app.errors.push(error) })
  await app.createBook()
  await app.ask('changeBook', { params: BOOK, body: { name: `${MARK} book` } })
  await app.ask('setSite', { body: { url: SITE, name: 'Ada’s things' } })
  const site: Site = { app, calls, publisher, k }
  const tool = await marked(site, 'tool', [7_313_137, 6_131_317, 4_919_191])
  await publish(site, tool, { slug: 'tool', title: 'Tool of all', suggested: [k * 717_171], overflow: { on: true, peers: peers() } })
  const scores = await marked(site, 'scores', [1_212_121, 1_232_323, 1_343_434])
  await publish(site, scores, { slug: 'scores', title: 'Choir scores', tags: ['music'] })
  const rich = await marked(site, 'rich', [25_252_525, 26_262_626, 27_272_727])
  await publish(site, rich, { slug: 'rich', title: 'Rich tool', overflow: { on: true, peers: peers() } })
  const hush = await marked(site, 'hush', [8_181_818, 9_191_919, 5_151_515])
  await publish(site, hush, { slug: 'hush', title: 'Hush', money: 'hidden', suggested: [k * 828_282] })
  const cellar = await marked(site, 'cellar', [9_393_939, 8_484_848, 7_575_757])
  await publish(site, cellar, { slug: 'cellar', title: `${MARK} title`, text: `${MARK} text`, visibility: 'private', money: 'exact' })
  const open = await marked({ ...site, k: 3 }, 'open', [1_010, 2_020, 3_030])
  await publish(site, open, { slug: 'open', title: 'Open tool', money: 'exact', shows: { ...EVERYTHING, history: false } })
  const attic = await marked({ ...site, k: 3 }, 'attic', [4_747_474, 4_646_464, 4_545_454])
  await publish(site, attic, { slug: 'attic', title: 'Attic of some', money: 'exact', visibility: 'private' })
  await rewrite(app, attic.venture, { secret: UNLISTED, visibility: 'unlisted', since: '2024-06-15' })
  await publisher.refresh()
  return { ...app, ...calls, calls, publisher, ventures: { tool, scores, rich, hush, cellar, open, attic } }
}

export type MarkedSite = Awaited<ReturnType<typeof markedSite>>

/** Says something else of a page, behind the API. */
export async function rewrite({ storage }: Pick<TestApp, 'storage'>, venture: number, change: Partial<Publication>): Promise<void> {
  const said = (await storage.publications('main')).find((one) => one.venture === venture)
  if (!said) throw new Error('Nothing was said of it.')
  await storage.write('main', (writer) => writer.setPublication({ ...said, ...change }))
}

/** One peer that is public, one for those who have its address, one private. */
function peers() {
  return [
    { title: 'Scores', address: 'scores' },
    { title: 'Another', address: UNLISTED },
    { title: 'A third', address: `${SITE}/v/${UNLISTED}` },
    { title: 'A fourth', address: 'cellar' },
  ]
}

/** A venture with six people, five organisations, a yearly payment and needs; `nets` are the amounts of its last three closed months. */
async function marked({ app, calls, k }: Site, name: string, nets: readonly number[]): Promise<Made> {
  const made = await calls.venture(`${MARK} ${name}`)
  const { venture, stream } = made
  const days = ['2024-03-05', '2024-04-05', '2024-05-05']
  for (const [i, net] of nets.entries())
    await calls.pay(stream, { day: days[i] ?? '', amount: net * k, name: `${MARK} donor ${name}`, note: `${MARK} note` })
  // A yearly payment that splits evenly, so that whatever it is multiplied by, its parts are too.
  await calls.pay(stream, { day: '2024-02-01', amount: 1_200_000 * k, months: 12, name: `${MARK} yearly` })
  const kinds = ['person', 'organisation'] as const
  for (const kind of kinds) {
    for (let i = 0; i < 5; i += 1) {
      const patron = `${MARK} ${kind} ${i}`
      await calls.pay(stream, { day: '2024-01-10', amount: (310_000 + i) * k, name: patron })
      await app.ask('setPatronKind', { params: BOOK, body: { patron, kind } })
    }
  }
  for (const patron of [`${MARK} donor ${name}`, `${MARK} yearly`]) {
    await app.ask('setPatronKind', { params: BOOK, body: { patron, kind: 'person' } })
  }
  await calls.needs(venture, needs(k))
  return made
}

export function needs(k: number): Need[] {
  return [
    { text: 'Maintenance', amount: 6_161_616 * k, level: 'bare' },
    { text: 'Hosting', amount: 1_717_171 * k, level: 'enough' },
    { text: `${MARK} dream`, amount: 3_434_343 * k, level: 'comfortable' },
  ]
}

export function publish({ calls }: Pick<Site, 'calls'>, { venture }: Made, change: Partial<PublicationDraft>) {
  return calls.publish(venture, said(change))
}

/** A draft of which everything is shown that its money allows. */
export function said(change: Partial<PublicationDraft>): PublicationDraft {
  return draft({ shows: EVERYTHING, ways: [BANK, PAGE], contact: CONTACT, ...change })
}
