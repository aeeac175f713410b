import type { PublicVenture } from '#domain/public-venture.ts'

/** A listed venture with exact money: €650.00 of €1,000.00 in October 2026. */
export function venture(change: Partial<PublicVenture> = {}): PublicVenture {
  return {
    address: 'obtool',
    visibility: 'public',
    title: 'Obtool',
    maker: 'by its maintainer',
    summary: 'Turns notes into outlines.',
    text: 'Free software **since 2015**.',
    tags: ['software', 'writing'],
    work: 'basic',
    currency: 'EUR',
    link: 'https://obtool.example',
    since: '2026-01-10',
    money: 'exact',
    carried: { percent: 65, month: '2026-10', asOf: '2026-10-31', net: 65_000, enough: 100_000 },
    needs: [
      { text: 'Hosting', amount: 5_000 },
      { text: 'Maintenance', amount: 95_000 },
    ],
    history: [{ month: '2026-10', net: 65_000, enough: 100_000 }],
    patrons: { names: [] },
    suggested: [500, 1_000],
    ways: [],
    contact: null,
    updates: [],
    packages: [],
    overflow: [],
    funding: null,
    ...change,
  }
}

/** The same venture as it is published with percentages only. */
export function percentOnly(percent: number, change: Partial<PublicVenture> = {}): PublicVenture {
  return venture({
    money: 'percent',
    carried: { percent, month: '2026-10', asOf: '2026-10-31' },
    needs: [{ text: 'Hosting', percent: 5 }],
    history: [],
    suggested: [],
    ...change,
  })
}
