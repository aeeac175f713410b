import fc from 'fast-check'
import type { Need } from '#domain/need.ts'
import { RHYTHMS, type Pledge } from '#domain/pledge.ts'
import { draftPublication, type Publication } from '#domain/publication.ts'
import { BOOK } from './storage-fixture.ts'
import type { PatronKind, Storage } from './storage.ts'

/** An id of 128 bits. */
export function idOf(n: number): string {
  return n.toString(16).padStart(32, '0')
}

/** A monthly pledge of 5 euros by transfer, unless told otherwise. */
export function pledgeOf(id: string, venture: number, more: Partial<Pledge> = {}): Pledge {
  return {
    id,
    venture,
    amount: 500,
    currency: 'EUR',
    rhythm: 'monthly',
    months: 1,
    way: 'bank',
    page: '',
    patron: { kind: 'person', name: 'Ada', email: '' },
    papers: null,
    named: false,
    made: '2024-05-03T10:00:00Z',
    cancelled: null,
    reference: 'RF18539007547034',
    stripe: {},
    invoice: null,
    ...more,
  }
}

/** A published page with everything that can be said on one. */
export function fullPage(venture: number): Publication {
  return {
    ...draftPublication({ id: venture, name: 'Obtool' }, idOf(7)),
    visibility: 'public',
    since: '2024-05-01',
    maker: 'by its maintainer',
    tags: ['backup'],
    link: 'https://obtool.example/',
    money: 'exact',
    suggested: [200, 500],
    ways: [
      { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
      { kind: 'bank', holder: 'A. Maker', iban: 'DE89370400440532013000', consent: true, since: '2024-05-01' },
      { kind: 'page', platform: 'GitHub Sponsors', url: 'https://github.com/sponsors/x', fee: { fixed: 30, basisPoints: 0 } },
    ],
    contact: { legalName: 'A. Maker', email: 'a@example.org', country: 'DE', privacy: 'Kept for ten years.', refunds: 'Within 14 days.' },
    updates: [{ id: 'one', day: '2024-05-02', title: 'Out', text: '**Hello**' }],
    packages: ['pkg:npm/obtool'],
    overflow: { on: true, peers: [{ title: 'Field notes', address: 'field-notes' }] },
    funding: {
      entity: 'individual',
      role: 'maintainer',
      email: 'a@example.org',
      repository: 'https://example.org/obtool',
      licences: ['MIT'],
    },
  }
}

/** Something that an owner or a patron says. It is about the first venture and the first stream; where there is none, nothing is said. */
export type Saying =
  | { say: 'needs'; from: string; needs: Need[] }
  | { say: 'no needs'; from: string }
  | { say: 'page'; page: Pick<Publication, 'title' | 'ways' | 'tags'> }
  | { say: 'pledge'; id: number; more: Partial<Pledge> }
  | { say: 'link'; pledge: number; key: string; paid: boolean }
  | { say: 'kind'; patron: string; kind: PatronKind }

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
const from = fc.constantFrom('2024-01', '2024-06')
const amount = fc.integer({ min: 1, max: 100_000 })
const need = fc.record({ text, amount, level: fc.constantFrom('bare' as const, 'enough' as const, 'comfortable' as const) })
const made = fc.constantFrom('2024-05-03T10:00:00Z', '2024-01-03T10:00:00Z')

/** Any saying of any kind. */
export const anySaying: fc.Arbitrary<Saying> = fc.oneof(
  fc.record({ say: fc.constant('needs' as const), from, needs: fc.array(need, { minLength: 1, maxLength: 3 }) }),
  fc.record({ say: fc.constant('no needs' as const), from }),
  fc.record({
    say: fc.constant('page' as const),
    page: fc.record({ title: text, ways: fc.subarray(fullPage(1).ways), tags: fc.array(text, { maxLength: 2 }) }),
  }),
  fc.record({
    say: fc.constant('pledge' as const),
    id: fc.nat(3),
    more: fc.record({ amount, made, rhythm: fc.constantFrom(...RHYTHMS), named: fc.boolean(), invoice: fc.option(text) }),
  }),
  fc.record({ say: fc.constant('link' as const), pledge: fc.nat(3), key: fc.constantFrom('a', 'b'), paid: fc.boolean() }),
  fc.record({ say: fc.constant('kind' as const), patron: text, kind: fc.constantFrom('person', 'organisation', 'unknown') }),
)

/** Says it in the book. */
export async function say(storage: Storage, saying: Saying): Promise<void> {
  await storage.write(BOOK, async (writer) => {
    if (saying.say === 'kind') return writer.setPatronKind(saying.patron, saying.kind)
    const [venture] = await writer.ventures()
    if (!venture) return
    if (saying.say === 'needs') await writer.setVentureTarget({ venture: venture.id, from: saying.from, needs: saying.needs })
    else if (saying.say === 'no needs') await writer.removeVentureTarget(venture.id, saying.from)
    else if (saying.say === 'page') await writer.setPublication({ ...fullPage(venture.id), ...saying.page })
    else if (saying.say === 'pledge') await writer.putPledge(pledgeOf(idOf(saying.id), venture.id, saying.more))
    else {
      const [stream] = await writer.streams()
      const pledge = (await writer.pledges()).find(({ id }) => id === idOf(saying.pledge))
      if (stream && pledge) await writer.linkPledge({ pledge: pledge.id, stream: stream.id, key: saying.key, paid: saying.paid })
    }
  })
}
