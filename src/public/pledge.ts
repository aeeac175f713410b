import type { z } from 'zod'
import type { NewPledge, PledgeChange, PledgeMade } from '#contract/public.ts'
import { creditorReference } from '#domain/creditor-reference.ts'
import { MONTHS_OF } from '#domain/pledge.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { ProblemError, unfit } from '#http/problem.ts'
import type { PublicCall, PublicHandlers } from './handle.ts'
import type { PublicParts } from './parts.ts'
import type { ChangeMessage, PledgeMessage } from './pledge-message.ts'
import { neededRecord, writeRecord, type PledgeRecord } from './pledge-record.ts'
import { wayOf } from './pledge-way.ts'
import { RateLimit, RATES } from './rate-limit.ts'
import { openToken, signToken } from './token.ts'

type Names = 'pledge' | 'pledgeState' | 'changePledge' | 'openPortal' | 'pledgeInvoice'
type Asked = z.output<typeof NewPledge>

export function pledgeHandlers(parts: PublicParts, limit = new RateLimit(parts.clock)): Pick<PublicHandlers, Names> {
  const { shelf } = parts
  const opened = (bearer: string): PledgeRecord => neededRecord(shelf, openToken(shelf.key(), 'patron', bearer))
  const changing = (bearer: string): PledgeRecord => {
    const record = opened(bearer)
    limit.take({ rate: RATES.link, name: `link ${record.view.id}` })
    return record
  }
  return {
    async pledge(call) {
      const venture = publishedVenture(parts, call.params.address)
      const way = wayOf(parts, venture, call.body)
      checkName(call.body)
      limit.take(...usesOf(call))
      return make(parts, { venture, body: call.body, account: way.account })
    },
    pledgeState: async ({ bearer }) => opened(bearer).view,
    changePledge: async ({ bearer, body }) => change(parts, changing(bearer), body),
    async openPortal({ bearer }) {
      const { view, session } = changing(bearer)
      if (!view.portal || session === null || !parts.checkout) {
        const why = 'no card payment was made with it yet, or it is not paid by card'
        throw new ProblemError(409, `Failed to open the page of the card payment: ${why}. Look at the pledge again in a minute.`)
      }
      return stripeSays(parts, 'open the page of the card payment', (checkout) =>
        checkout.portal(session, backTo(shelf.site().url, view.id)),
      )
    },
    async pledgeInvoice({ bearer }) {
      const { view } = opened(bearer)
      const document = view.invoice === null ? undefined : shelf.document(view.invoice)
      if (!document) throw new ProblemError(404, 'Failed to find the invoice: none was uploaded yet. Ask the recipient for it.')
      const headers = { 'content-type': document.type, 'content-disposition': `attachment; filename="${document.name}"` }
      return new Response(document.bytes, { headers })
    },
  }
}

/** A name is the patron's own choice, except where something is to stand under it. */
function checkName({ patron: { kind, name }, named }: Pick<Asked, 'patron' | 'named'>): void {
  if (name !== '') return
  if (kind === 'organisation') throw unfit('patron.name', 'an organisation gives its name, since it stands on its papers')
  if (named) throw unfit('patron.name', 'who may be named gives the name that may be shown')
}

function publishedVenture({ shelf }: PublicParts, address: string): PublicVenture {
  const shelved = shelf.venture(address)
  if (shelved) return JSON.parse(shelved.json) as PublicVenture // the owner's app wrote it
  throw new ProblemError(404, 'Failed to pledge: nothing is published at this address. Look for the venture in the list.')
}

function usesOf({ caller, params }: PublicCall<'pledge'>): Parameters<RateLimit['take']> {
  const shared = [
    { rate: RATES.venture, name: `venture ${params.address}` },
    { rate: RATES.all, name: 'all' },
  ]
  // Where callers cannot be told apart, one must not use up what is everybody's.
  if (caller === '') return shared
  const own = [
    { rate: RATES.caller, name: `caller ${caller} ${params.address}` },
    { rate: RATES.list, name: `caller ${caller}` },
  ]
  return [...own, ...shared]
}

interface Making {
  venture: PublicVenture
  body: Asked
  account: PledgeRecord['view']['account']
}

/** Makes the pledge: nothing is kept unless the checkout, where there is one, could be opened. */
async function make(parts: PublicParts, { venture, body, account }: Making): Promise<PledgeMade> {
  const { shelf } = parts
  const id = parts.newId()
  const pledge: PledgeMessage['pledge'] = {
    id,
    amount: body.amount,
    currency: body.currency,
    rhythm: body.rhythm,
    months: MONTHS_OF[body.rhythm] ?? body.months,
    way: body.way,
    page: body.way === 'page' ? body.page : '',
    patron: body.patron,
    papers: body.papers,
    named: body.named,
    made: parts.clock(),
    cancelled: null,
    reference: creditorReference(id),
    stripe: {},
    invoice: null,
  }
  const token = signToken(shelf.key(), 'patron', id)
  const checkout = body.way === 'stripe' ? await openCheckout(parts, { venture, pledge }) : undefined
  if (checkout) pledge.stripe = { session: checkout.session }
  const message: PledgeMessage = { address: venture.address, pledge }
  shelf.leave({ at: pledge.made, kind: 'pledge', key: `pledge ${id}`, body: JSON.stringify(message) })
  writeRecord(shelf, newRecord(parts, { pledge, venture, account }))
  parts.onMessage?.()
  return {
    id,
    token,
    recipientToken: body.patron.kind === 'organisation' ? signToken(shelf.key(), 'recipient', id) : null,
    reference: pledge.reference,
    payAt: checkout?.url ?? (pledge.page === '' ? null : pledge.page),
  }
}

interface Made {
  pledge: PledgeMessage['pledge']
  venture: PublicVenture
}

/** Where Stripe sends a patron back to. It is told the pledge's id, which opens nothing: the browser that made the pledge holds its link. */
function backTo(url: string, pledge: string): string {
  return `${url}/pledge#${pledge}`
}

async function openCheckout(parts: PublicParts, { pledge, venture }: Made) {
  const { url } = parts.shelf.site()
  return stripeSays(parts, 'open the card payment', (checkout) =>
    checkout.open({
      pledge: pledge.id,
      title: venture.title,
      amount: pledge.amount,
      currency: pledge.currency,
      rhythm: pledge.rhythm,
      email: pledge.patron.email,
      successUrl: backTo(url, pledge.id),
      cancelUrl: `${url}/v/${venture.address}`,
    }),
  )
}

function newRecord(parts: PublicParts, { pledge, venture, account }: Made & Pick<Making, 'account'>): PledgeRecord {
  const { id, amount, currency, rhythm, months, way, page, reference, named, papers } = pledge
  const today = parts.today()
  const about = { id, address: venture.address, title: venture.title, amount, currency, rhythm, months, way, page, reference }
  const standing = { state: 'open' as const, due: today, checked: null, payments: [], invoice: null, portal: false }
  return {
    view: { ...about, made: today, named, name: pledge.patron.name, ...standing, account },
    papers,
    session: pledge.stripe.session ?? null,
  }
}

/** Gives or withdraws consent, which works for ever, corrects the name, or cancels; what changes nothing is not told on. */
async function change(parts: PublicParts, record: PledgeRecord, body: z.output<typeof PledgeChange>): Promise<PledgeRecord['view']> {
  const { shelf } = parts
  const before = record.view
  const isNamed = body.named ?? (body.name !== undefined && before.named)
  if (isNamed && (body.name ?? before.name) === '') throw unfit('name', 'who may be named gives the name that may be shown')
  const message: ChangeMessage = { pledge: before.id }
  if (body.named !== undefined && body.named !== before.named) message.named = body.named
  if (body.name !== undefined && body.name !== before.name) message.name = body.name
  if (body.cancel && before.state !== 'cancelled') {
    await endAtStripe(parts, record)
    message.cancel = true
  }
  if (Object.keys(message).length === 1) return before
  const { cancel, pledge: _, ...said } = message
  const view = { ...before, ...said, ...(cancel ? { state: 'cancelled' as const, due: null } : {}) }
  shelf.leave({ at: parts.clock(), kind: 'change', key: `change ${parts.newId()}`, body: JSON.stringify(message) })
  writeRecord(shelf, { ...record, view })
  parts.onMessage?.()
  return view
}

/** A card pledge ends here only as long as nothing was paid: after that only Stripe's own page can end it. */
async function endAtStripe(parts: PublicParts, { view, session }: PledgeRecord): Promise<void> {
  if (view.way !== 'stripe' || session === null) return
  const isOpen = !view.portal && (await stripeSays(parts, 'cancel the pledge', (checkout) => checkout.expire(session)))
  if (isOpen) return
  const why = view.rhythm === 'once' ? 'its payment was made already' : 'its card payments go on until they are ended at Stripe'
  const then = view.rhythm === 'once' ? 'Write to the recipient to get it back' : 'End them on the page of the card payment'
  throw new ProblemError(409, `Failed to cancel the pledge: ${why}. ${then}.`)
}

/** Asks Stripe; throws a problem in plain words where it does not answer, and logs what it said. */
async function stripeSays<T>(
  parts: PublicParts,
  what: string,
  ask: (checkout: NonNullable<PublicParts['checkout']>) => Promise<T>,
): Promise<T> {
  if (!parts.checkout) throw new ProblemError(409, `Failed to ${what}: cards are not taken here. Choose another way to pay.`)
  try {
    return await ask(parts.checkout)
  } catch (error) {
    parts.log(`Stripe did not ${what}.`, error)
    throw new ProblemError(502, `Failed to ${what}: Stripe did not take it. Try again, or choose another way to pay.`)
  }
}
