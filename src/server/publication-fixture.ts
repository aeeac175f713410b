import type { Need, PublicationDraft } from '#contract/publication.ts'
import type { NewEntry } from '#contract/entry.ts'
import type { StreamKind } from '#domain/book.ts'
import { testApp, type TestApp } from './app-fixture.ts'

export const SITE = 'https://fund.example'
export const BOOK = { book: 'main' }
export const CONTACT = {
  legalName: 'Ada Example',
  email: 'ada@fund.example',
  country: 'DE',
  privacy: 'Your data stays with me.',
  refunds: 'Within 14 days.',
}
export const BANK = { kind: 'bank', holder: 'Ada Example', iban: 'DE75512108001245126199', consent: true, since: '2000-01-01' } as const
export const PAGE = {
  kind: 'page',
  platform: 'GitHub Sponsors',
  url: 'https://sponsors.example/ada',
  fee: { fixed: 0, basisPoints: 0 },
} as const

/** A draft with nothing to pay by; what is said is spread over it. */
export function draft(change: Partial<PublicationDraft> = {}): PublicationDraft {
  return {
    visibility: 'public',
    slug: 'obtool',
    title: 'Obtool',
    maker: 'by its maintainer',
    summary: 'Backups that a person can read.',
    text: 'Free software **since 2015**.',
    tags: ['backup'],
    link: 'https://obtool.example',
    money: 'percent',
    shows: { needs: true, history: false, patrons: false, split: false, names: false, pledged: false },
    suggested: [],
    ways: [],
    contact: null,
    updates: [],
    packages: [],
    overflow: { on: false, peers: [] },
    funding: null,
    ...change,
  }
}

/** The app with a book, on 15 June 2024, whose site has an address. */
export async function sharingApp(...options: Parameters<typeof testApp>) {
  const app = await testApp(...options)
  await app.createBook()
  await app.ask('setSite', { body: { url: SITE, name: 'Ada’s things' } })
  return { ...app, ...callsOf(app) }
}

export type SharingApp = Awaited<ReturnType<typeof sharingApp>>

export function callsOf({ ask, raw, square }: Pick<TestApp, 'ask' | 'raw' | 'square'>) {
  return {
    /** A venture with one stream of typed-in money; answers both ids. */
    async venture(name: string, kind: StreamKind = 'patronage') {
      const { id: venture } = await ask('createVenture', { params: BOOK, body: { name } })
      const { id: stream } = await ask('createStream', { params: BOOK, body: { name: `${name} gifts`, venture, kind } })
      return { venture, stream }
    },
    pay: (stream: number, line: Omit<NewEntry, 'stream' | 'currency'>) =>
      ask('addEntry', { params: BOOK, body: { stream, currency: 'EUR', ...line } }),
    needs: (venture: number, needs: Need[], month = '1999-01') =>
      ask('setVentureTarget', { params: { ...BOOK, venture, month }, body: { needs } }),
    publish: (venture: number, change: Partial<PublicationDraft> = {}) =>
      ask('setPublication', { params: { ...BOOK, venture }, body: draft(change) }),
    refused: async (venture: number, change: Partial<PublicationDraft>) => {
      const response = await raw('setPublication', { params: { ...BOOK, venture }, body: draft(change) })
      return { status: response.status, ...((await response.json()) as { detail: string }) }
    },
    /** The record at an address, as it stands on the shelf. */
    record: (address: string) => JSON.parse(square.shelf.venture(address)?.json ?? 'null') as unknown,
  }
}
