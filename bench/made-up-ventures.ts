import { dice } from '#domain/dice.ts'
import type { PublicVenture } from '#domain/public-venture.ts'

const CURRENCIES = ['EUR', 'USD', 'GBP', 'JPY', 'SEK', 'CHF']
const LETTERS = 'aaeeiioourstnlmkpdgbhfv'

/** Listed ventures with texts, tags and money of every kind, the same in every run, and the words that they are made of. */
export function madeUpVentures(count: number): { ventures: PublicVenture[]; words: string[] } {
  const { between, pick, chance } = dice(2026)
  const words = Array.from({ length: 5_000 }, () => Array.from({ length: between(3, 11) }, () => pick([...LETTERS])).join(''))
  const tags = words.slice(0, 300)
  const text = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const ventures = Array.from({ length: count }, (_, i): PublicVenture => {
    const [net, enough] = [between(0, 300_000), between(50_000, 400_000)]
    const money = pick(['exact', 'exact', 'percent', 'hidden'] as const)
    const carried = { percent: Math.floor((net * 100) / enough), month: '2026-10', asOf: '2026-10-31' }
    return {
      address: `venture-${i}`,
      visibility: 'public',
      title: text(3),
      maker: `by ${text(2)}`,
      summary: text(15),
      text: text(200),
      tags: [pick(tags), pick(tags), pick(tags)],
      work: chance(70) ? 'basic' : 'income',
      currency: pick(CURRENCIES),
      link: '',
      since: `2026-0${between(1, 9)}-${between(10, 28)}`,
      money,
      carried:
        money === 'hidden'
          ? null
          : money === 'exact'
            ? { ...carried, net, enough }
            : { ...carried, percent: Math.floor(carried.percent / 5) * 5 },
      needs: [{ text: 'Hosting' }, { text: 'Time' }],
      history: [],
      patrons: chance(30) ? { count: between(5, 200), names: [] } : { names: [] },
      suggested: [],
      ways: [{ kind: 'stripe', fee: { fixed: pick([25, 30]), basisPoints: pick([150, 290]) } }],
      contact: null,
      updates: [],
      packages: [],
      overflow: [],
      funding: null,
    }
  })
  return { ventures, words }
}
