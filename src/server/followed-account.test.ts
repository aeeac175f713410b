import { expect, test } from 'vitest'
import { readFollowed } from './followed-read.ts'

const URL = 'https://other.example/enough.json'
const IBAN = 'DE89370400440532013000'

function waysOf(ways: unknown[]) {
  const venture = { address: 'kiln', visibility: 'public', title: 'Tiny kiln', ways }
  return readFollowed(JSON.stringify({ enough: '1.0', url: 'https://other.example', ventures: [venture] }), {
    url: URL,
    today: '2026-11-26',
  }).ventures[0]?.ways
}

test('an account of another site is kept as that site tells it', () => {
  const bank = { kind: 'bank', holder: ' Ada ', iban: 'de89 3704 0044 0532 0130 00', bic: 'cobadeff', since: '2026-01-01' }
  expect(waysOf([bank])).toEqual([{ kind: 'bank', holder: 'Ada', iban: IBAN, bic: 'COBADEFF' }])
})

test.each([{}, { holder: 'Ada' }, { iban: IBAN }, { holder: 'Ada', iban: 'DE00' }, { holder: 1, iban: [] }])(
  'of %o nothing is kept but that there is an account',
  (account) => expect(waysOf([{ kind: 'bank', ...account }])).toEqual([{ kind: 'bank' }]),
)

test('a BIC that can be none is left out', () => {
  expect(waysOf([{ kind: 'bank', holder: 'Ada', iban: IBAN, bic: 'X' }])).toEqual([{ kind: 'bank', holder: 'Ada', iban: IBAN }])
})
