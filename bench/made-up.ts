import { addDays, dayNumber, type Day } from '#domain/month.ts'
import type { Sighting } from '#domain/entry.ts'

const HEADER =
  '"datetime","shortId","shortGroup","description","type","kind","isRefund","isRefunded","shortRefundId","displayAmount","amount","paymentProcessorFee","netAmount","balance","currency","accountSlug","accountName","oppositeAccountSlug","oppositeAccountName","paymentMethodService","paymentMethodType","expenseType","expenseTags","payoutMethodType","merchantId","orderMemo","taxAmount"'
const FIRST_DAY = '2016-04-01'
const DAYS = 3650

/** A legacy export of Open Collective: contributions, each with the host fee's row, over ten years; newest last. */
export function openCollectiveFile(rows: number): string {
  const lines = [HEADER]
  for (let i = 0; i < rows / 2; i += 1) lines.push(...contribution(i))
  return `${lines.join('\n')}\n`
}

/** The same without an end, in pieces of a thousand rows. */
export function* openCollectiveRows(): Generator<string> {
  yield `${HEADER}\n`
  for (let i = 0; ; i += 500) {
    const rows = Array.from({ length: 500 }, (_, j) => contribution(i + j)).flat()
    yield `${rows.join('\n')}\n`
  }
}

function contribution(i: number): string[] {
  const day = addDays(FIRST_DAY, (i * 7) % DAYS)
  const id = (i * 2).toString(16).padStart(8, '0')
  const feeId = (i * 2 + 1).toString(16).padStart(8, '0')
  const amount = [3, 5, 10, 25][i % 4] ?? 3
  const person = i % 700
  const time = `${day}T${String(i % 24).padStart(2, '0')}:38:06`
  const rest = `"STRIPE","CREDITCARD",,"",,,,0`
  return [
    `"${time}","${id}","${id}","Monthly contribution from Person ${person} (Bronze)","CREDIT","CONTRIBUTION","","","","$${amount}.00 USD",${amount},-0.5,${amount}-0.5,0,"USD","bench","Bench","person-${person}","Person ${person}",${rest}`.replace(
      `${amount}-0.5`,
      `${amount - 0.5}`,
    ),
    `"${time}","${feeId}","${id}","Host Fee to Open Source Collective","DEBIT","HOST_FEE","","","","-$0.20 USD",-0.2,0,-0.2,0,"USD","bench","Bench","opensource","Open Source Collective",,,,"",,,,0`,
  ]
}

/** Patrons who give at the same time; of a hundred of them one goes with each round of payments, and another comes. */
const PATRONS = 300
const LEAVE = 3

/** Who pays: each place among the patrons is taken by a new one after a hundred rounds. */
function patronOf(i: number): number {
  const [round, place] = [Math.floor(i / PATRONS), i % PATRONS]
  return place + PATRONS * Math.floor((LEAVE * round + place) / PATRONS)
}

/** Payments of one stream, spread evenly over days from the first to the last, in four currencies. */
export function payments(count: number, { stream, first, last }: { stream: number; first: Day; last: Day }): Sighting[] {
  const days = dayNumber(last) - dayNumber(first) + 1
  return Array.from({ length: count }, (_, i) => ({
    key: `bench:${i}`,
    at: `${addDays(first, Math.floor((i * days) / count))}T12:00:00Z`,
    kind: 'payment' as const,
    currency: ['EUR', 'USD', 'GBP', 'JPY'][stream % 4] ?? 'EUR',
    gross: 500 + ((i * 7919) % 2500),
    fees: 25,
    refunds: 0,
    tax: 0,
    months: i % 40 === 0 ? 12 : 1,
    patron: `person-${patronOf(i)}`,
    name: `Person ${patronOf(i)}`,
  }))
}
