import { addDays, addMonths } from '#domain/month.ts'
import { openCollectiveRows } from './made-up.ts'

/** Rows of one file without an end, in pieces of some hundred rows, the header first. */
export type Pieces = Generator<string>

const FIRST_DAY = '2016-04-01'
const DAYS = 3650
/** More than any file holds. */
const MANY = 2 ** 31

/** A text of fixed length that looks like an id of a platform and comes once. */
function idOf(prefix: string, i: number): string {
  const mixed = (Math.imul(i, 2_654_435_761) >>> 0).toString(36).padStart(7, '0')
  return `${prefix}_3${mixed}LkdIwHu7i${i.toString(36).padStart(7, '0')}`
}

/** Pieces of 250 things, each of some rows. */
function* pieces(header: string, rowsOf: (i: number) => string[]): Pieces {
  yield `${header}\n`
  for (let i = 0; i < MANY; i += 250) {
    const rows = Array.from({ length: 250 }, (_, j) => rowsOf(i + j)).flat()
    yield `${rows.join('\n')}\n`
  }
}

const time = (i: number) => `${String(i % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}:06`
/** Newest first, as most platforms write them. */
const dayBefore = (i: number) => addDays(FIRST_DAY, DAYS - ((i >> 7) % DAYS))

/** Open Collective's legacy layout. */
export const legacyRows = openCollectiveRows

/** Open Collective's default export: all of its rows yield to the legacy layout. */
export function defaultRows(): Pieces {
  const header =
    '"Effective Date & Time","Transaction ID","Description","Credit/Debit","Kind","Group ID","Amount Single Column","Currency","Is Reverse","Is Reversed","Reverse Transaction ID","Account Handle","Account Name","Opposite Account Handle","Opposite Account Name","Payment Processor","Payment Method","Contribution Memo","Expense Type","Expense Tags","Expense Payout Method Type","Accounting Category Code","Accounting Category Name","Merchant ID","Reverse Kind"'
  return pieces(header, (i) => {
    const at = `"${dayBefore(i)}T${time(i)}"`
    const group = `"${idOf('g', i)}-4a88-8426"`
    const rest = '"USD","","","","bench","Bench"'
    const end = ',,"",,"","",,'
    const person = i % 700
    return [
      `${at},${i * 3 + 3},"Monthly contribution from Person ${person} (Bronze)","CREDIT","CONTRIBUTION",${group},${(i % 20) + 3},${rest},"person-${person}","Person ${person}","PAYPAL","SUBSCRIPTION",${end}`,
      `${at},${i * 3 + 2},"Transaction to PayPal","DEBIT","PAYMENT_PROCESSOR_FEE",${group},-0.59,${rest},"paypal-payment-processor-vendor","PayPal","PAYPAL","SUBSCRIPTION",${end}`,
      `${at},${i * 3 + 1},"Host Fee to Open Source Collective","DEBIT","HOST_FEE",${group},-0.2,${rest},"opensource","Open Source Collective",,,${end}`,
    ]
  })
}

const AMOUNTS = ['3.00', '5.00', '10.00', '25.00']

/** Stripe's payments export: its rows yield to the balance report. Every fourth payment is given back. */
export function stripePayments(): Pieces {
  const header =
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Description,Fee,PaymentIntent ID,Refunded date (UTC),Status,Seller Message,Customer ID,Customer Email,Customer Name'
  return pieces(header, (i) => {
    const amount = AMOUNTS[i % 4] ?? ''
    const isRefunded = i % 4 === 1
    const refund = isRefunded ? `${addDays(dayBefore(i), 40)} ${time(i)}` : ''
    return [
      `${idOf('ch', i)},${dayBefore(i)} ${time(i)},${amount},${isRefunded ? amount : '0.00'},eur,true,${amount},${isRefunded ? amount : '0.00'},eur,Order ${i} of Zine,0.59,${idOf('pi', i)},${refund},${isRefunded ? 'Refunded' : 'Paid'},Payment complete.,cus_${i % 5000},person-${i % 5000}@example.org,Person ${i % 5000}`,
    ]
  })
}

/** Stripe's itemised balance, newest first: every fourth charge is given back forty days later, far above its own row. */
export function stripeBalance(): Pieces {
  const header =
    'balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,payment_intent_id,customer_id,customer_name'
  const rowsApart = 40 << 7
  const charge = (i: number) =>
    `${idOf('txn', i)},${dayBefore(i)} ${time(i)},${dayBefore(i)} 00:00:00,eur,${AMOUNTS[i % 4]},0.59,${(Number(AMOUNTS[i % 4]) - 0.59).toFixed(2)},charge,${idOf('ch', i)},Order ${i} of Zine,${idOf('ch', i)},${idOf('pi', i)},cus_${i % 5000},Person ${i % 5000}`
  const refund = (i: number) =>
    `${idOf('txr', i)},${addDays(dayBefore(i), 40)} ${time(i)},${addDays(dayBefore(i), 40)} 00:00:00,eur,-${AMOUNTS[i % 4]},0.00,-${AMOUNTS[i % 4]},refund,${idOf('re', i)},REFUND FOR CHARGE (Order ${i} of Zine),${idOf('ch', i)},${idOf('pi', i)},cus_${i % 5000},Person ${i % 5000}`
  return pieces(header, (i) => [...((i + rowsApart) % 4 === 1 ? [refund(i + rowsApart)] : []), charge(i)])
}

/** Patreon's earnings, by month: as many as one piece has. */
export function patreonMonths(): Pieces {
  const header =
    'Month - successful transactions,Currency,Total gross earnings,Patreon platform fees,Payment processing fees,Total payment processing fees,Refunds,Patreon adjustments,Recovered payments,Total net earnings'
  const month = (i: number) => addMonths('2006-01', i)
  return pieces(header, (i) => [`${month(i)},EUR,50.00,-4.00,-2.50,-2.50,0.00,0.00,0.00,43.50`])
}

/** PayPal's activity, in English: payments of some hundred people. */
export function payPalRows(): Pieces {
  const header =
    '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"'
  const american = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
  return pieces(header, (i) => {
    const [euros, id] = [(i % 40) + 5, `PP${String(i).padStart(15, '0')}`]
    const day = american(addDays(FIRST_DAY, DAYS - ((i >> 2) % DAYS)))
    return [
      `"${day}","${time(i)}","Europe/Berlin","Website Payment","EUR","${euros}.00","-0.47","${euros - 1}.53","","${id}","","Person ${i % 900}","","","","","",""`,
    ]
  })
}

/** Toggl's detailed report, over many years of many short entries. */
export function togglRows(): Pieces {
  const header = 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
  return pieces(header, (i) => {
    const day = addDays(FIRST_DAY, DAYS - ((i >> 9) % DAYS))
    return [
      `Ada Example,ada@example.org,Client ${i % 40},Project ${i % 90},,"Chapter ${i % 500}, again",Yes,${day},${time(i)},${day},${time(i + 1)},00:${String((i % 58) + 1).padStart(2, '0')}:00,"Writing, Backend",${i % 90}.11`,
    ]
  })
}
