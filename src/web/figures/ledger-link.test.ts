import { expect, test } from 'vitest'
import { readView } from '#web/ledger/view.ts'
import { parseAddress } from '#web/shell/address.ts'
import { ledgerOf } from './ledger-link.ts'

const view = (path: string) => readView(parseAddress(path).search)

test('the ledger is opened at the lines of the figure', () => {
  expect(view(ledgerOf({ from: '2026-03', to: '2026-03' }, { lens: 'cash', stream: 4 }))).toMatchObject({ month: '2026-03', stream: 4 })
  expect(view(ledgerOf({ from: '2025-04', to: '2026-03' }, { lens: 'smoothed', venture: 2 }))).toMatchObject({
    from: '2025-04',
    to: '2026-03',
    venture: 2,
  })
})
