import type { Pledge } from '#domain/pledge.ts'
import { addressOf, type Publication } from '#domain/publication.ts'
import { readRecord, writeRecord } from '#public/pledge-record.ts'
import { ChangeMessage, InvoiceMessage, PledgeMessage } from '#public/pledge-message.ts'
import type { Message, Shelf } from '#public/shelf.ts'
import type { Storage } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { mailLink } from './pledge-mail.ts'
import { readEvent } from './stripe-event.ts'
import { heardStripe } from './stripe-poll.ts'
import { syncEvents } from './stripe-sync.ts'
import { createTurn, type Turn } from './turn.ts'

type InboxParts = Pick<Parts, 'storage' | 'clock' | 'newId' | 'log' | 'square'>

const AT_ONCE = 200
/** As long as Stripe itself tries again, a message that could not be dealt with waits; then it is given up, and the log says so. */
const WAITS_MS = 3 * 86_400_000

/** Of each shelf: one drain at a time, and up to which message it was said that it has to wait. */
const drains = new WeakMap<Shelf, { turn: Turn; told: number }>()

function memoryOf(shelf: Shelf) {
  const memory = drains.get(shelf) ?? { turn: createTurn(), told: 0 }
  drains.set(shelf, memory)
  return memory
}

/**
 * Takes what strangers left in the inbox, in its order, into the books. A message is taken out only after its book is written; one
 * that is met again changes nothing. Where something fails, its message stays for the next time and those behind it go on. Answers
 * whether a book may have changed.
 */
export function drainInbox(parts: InboxParts): Promise<boolean> {
  return memoryOf(parts.square.shelf).turn(() => drain(parts))
}

async function drain(parts: InboxParts): Promise<boolean> {
  const { shelf } = parts.square
  let changed = false
  let stuck = false
  let after = 0
  for (;;) {
    const messages = shelf.inbox(after, AT_ONCE)
    const last = messages.at(-1)
    if (!last) return changed
    after = last.number
    const done = await takeAll(parts, messages)
    changed ||= done.size > 0
    const waiting = messages.findIndex(({ number }) => !done.has(number))
    const upTo = waiting < 0 ? last.number : messages[waiting - 1]?.number
    // Only what stands before the first that waits can be taken out.
    if (!stuck && upTo !== undefined) shelf.drained(upTo)
    stuck ||= waiting >= 0
  }
}

/** Deals with messages; answers the numbers of those that need not be met again. */
async function takeAll(parts: InboxParts, messages: readonly Message[]): Promise<Set<number>> {
  const done = new Set<number>()
  for (const message of messages) {
    if (message.kind === 'stripe') continue
    if (await attempt(parts, [message], () => take(parts, message))) done.add(message.number)
  }
  const events = messages.filter(({ kind }) => kind === 'stripe')
  if (events.length > 0 && (await attempt(parts, events, () => takeEvents(parts, events))))
    for (const { number } of events) done.add(number)
  return done
}

/** Whether the messages are dealt with, or too old to be tried again. That they have to wait is logged once. */
async function attempt({ log, clock, square }: InboxParts, messages: readonly Message[], work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    const isOld = messages.every(({ at }) => Date.parse(clock()) - Date.parse(at) > WAITS_MS)
    const memory = memoryOf(square.shelf)
    const newest = Math.max(...messages.map(({ number }) => number))
    const what = `${messages.length} of the inbox (${messages[0]?.kind ?? ''})`
    if (isOld) log(`Given up after three days: ${what}.`, error)
    else if (newest > memory.told) log(`Waiting to be tried again: ${what}.`, error)
    memory.told = Math.max(memory.told, newest)
    return isOld
  }
}

async function take(parts: InboxParts, message: Message): Promise<void> {
  const body = jsonOf(message.body)
  if (message.kind === 'pledge') return takePledge(parts, message, PledgeMessage.safeParse(body).data)
  if (message.kind === 'change') return takeChange(parts, message, ChangeMessage.safeParse(body).data)
  return takeInvoice(parts, message, InvoiceMessage.safeParse(body).data)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A message that leads nowhere is dropped, but never in silence. */
function drop({ log }: InboxParts, { number, kind, at }: Message, why: string): void {
  log(`Message ${number} of the inbox (${kind}, ${at}) was dropped: ${why}`, undefined)
}

async function takePledge(parts: InboxParts, message: Message, said: PledgeMessage | undefined): Promise<void> {
  if (!said) return drop(parts, message, 'it is no pledge that can be read.')
  const { shelf } = parts.square
  const home = await homeOf(parts.storage, said.address)
  if (!home) {
    // The patron sees it as cancelled, so that nobody waits for what cannot come.
    const record = readRecord(shelf, said.pledge.id)
    if (record) writeRecord(shelf, { ...record, view: { ...record.view, state: 'cancelled', due: null } })
    return drop(parts, message, `pledge ${said.pledge.id} is for a page that is not kept here any more.`)
  }
  const pledge: Pledge = { ...said.pledge, venture: home.publication.venture }
  const isNew = await parts.storage.write(home.book, async (writer) => {
    if ((await writer.pledges()).some(({ id }) => id === pledge.id)) return false
    await writer.putPledge(pledge)
    return true
  })
  if (isNew) await mailLink(parts, pledge, home.publication.title)
}

/** The page at an address: as it is now, else one that stood there before it was renamed or made private. */
async function homeOf(storage: Storage, address: string): Promise<{ book: string; publication: Publication } | undefined> {
  const all: { book: string; publication: Publication }[] = []
  for (const { id } of await storage.books()) for (const publication of await storage.publications(id)) all.push({ book: id, publication })
  const now = all.find(({ publication }) => addressOf(publication) === address)
  return now ?? all.find(({ publication }) => publication.since !== null && [publication.slug, publication.secret].includes(address))
}

async function takeChange(parts: InboxParts, message: Message, said: ChangeMessage | undefined): Promise<void> {
  if (!said) return drop(parts, message, 'it is no change that can be read.')
  const { named, name, cancel } = said
  const isKnown = await changePledge(parts.storage, said.pledge, (pledge) => ({
    ...pledge,
    ...(named === undefined ? {} : { named }),
    ...(name === undefined ? {} : { patron: { ...pledge.patron, name } }),
    cancelled: cancel ? (pledge.cancelled ?? message.at) : pledge.cancelled,
  }))
  if (!isKnown) drop(parts, message, `pledge ${said.pledge} is in no book.`)
}

async function takeInvoice(parts: InboxParts, message: Message, said: InvoiceMessage | undefined): Promise<void> {
  if (!said) return drop(parts, message, 'it is no invoice that can be read.')
  const isKnown = await changePledge(parts.storage, said.pledge, (pledge) => ({ ...pledge, invoice: said.document }))
  if (!isKnown) drop(parts, message, `pledge ${said.pledge} is in no book.`)
}

/** Changes a pledge wherever it stands, and only where that makes a difference; answers whether it is there. */
async function changePledge(storage: Storage, id: string, change: (pledge: Pledge) => Pledge): Promise<boolean> {
  for (const book of await storage.books()) {
    if (!(await storage.pledges(book.id)).some((pledge) => pledge.id === id)) continue
    await storage.write(book.id, async (writer) => {
      const pledge = (await writer.pledges()).find((one) => one.id === id)
      const changed = pledge && change(pledge)
      if (changed && JSON.stringify(changed) !== JSON.stringify(pledge)) await writer.putPledge(changed)
    })
    return true
  }
  return false
}

async function takeEvents(parts: InboxParts, messages: readonly Message[]): Promise<void> {
  const { stripe, shelf } = parts.square
  const events = messages.flatMap((message) => {
    const event = readEvent(message.body)
    if (!event) drop(parts, message, 'it is no event that can be read.')
    return event ? [event] : []
  })
  heardStripe(shelf, messages.at(-1)?.at ?? '')
  if (!stripe) throw new Error('Failed to look into events of Stripe: the owner’s app has no STRIPE_KEY. Set it and start anew.')
  await syncEvents(parts, stripe, events)
}
