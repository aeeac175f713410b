import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { FakeAccount, type FakeEvent, type FakeSession } from './stripe-account-fixture.ts'

export interface StripeFake {
  /** For `STRIPE_API`. */
  url: string
  account: FakeAccount
  secret: string
  /** Sends an event to the webhook again; answers the status. */
  send(event: FakeEvent): Promise<number>
  /** Waits until every webhook so far was answered. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface FakeOptions {
  /** Where events are sent; without it nobody is told. */
  webhook?: string
  /** Seconds since 1970; the machine's own without it. */
  seconds?: () => number
  port?: number
}

type Answer = { status?: number; json?: unknown; html?: string; location?: string }
interface Asked {
  method: string
  path: string[]
  query: URLSearchParams
  form: URLSearchParams
  key: string
}

/** A stand-in for Stripe on loopback: the endpoints that this project asks, a page to pay on, and a portal to cancel in. */
export async function startStripeFake({
  webhook,
  seconds = () => Math.floor(Date.now() / 1000),
  port = 0,
}: FakeOptions = {}): Promise<StripeFake> {
  const account = new FakeAccount(seconds)
  const secret = 'whsec_fake'
  const sending = new Set<Promise<unknown>>()
  const fake = new FakeApi(account)
  const server = createServer((request, response) => void answer(fake, request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  fake.url = url
  const send = async (event: FakeEvent): Promise<number> => {
    if (webhook === undefined) return 0
    const body = JSON.stringify(event)
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature(body, secret) }
    return (await fetch(webhook, { method: 'POST', headers, body })).status
  }
  account.onEvent = (event) => {
    const sent = send(event).catch(() => 0)
    sending.add(sent)
    void sent.finally(() => sending.delete(sent))
  }
  const settled = async (): Promise<void> => {
    await Promise.all(sending)
  }
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url, account, secret, send, settled, close }
}

/** The header that Stripe signs an event with. https://docs.stripe.com/webhooks#verify-manually */
export function signature(body: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

async function answer(fake: FakeApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const key = String(request.headers['idempotency-key'] ?? '')
  const path = pathname.split('/').filter((part) => part !== '')
  let given: Answer
  try {
    given = fake.answer({ method: request.method ?? '', path, query: searchParams, form: new URLSearchParams(body), key })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    given = { status: 400, json: { error: { type: 'invalid_request_error', message } } }
  }
  const { status = 200, json, html, location } = given
  response.writeHead(location ? 303 : status, {
    'content-type': html ? 'text/html; charset=utf-8' : 'application/json',
    ...(location ? { location } : {}),
  })
  response.end(html ?? JSON.stringify(json ?? {}))
}

const missing: Answer = { status: 404, json: { error: { type: 'invalid_request_error', message: 'No such thing.' } } }
const list = (data: unknown[]): Answer => ({ json: { object: 'list', data, has_more: false, url: '/v1' } })

class FakeApi {
  url = ''
  readonly #account: FakeAccount
  /** Sessions by idempotency key. */
  readonly #made = new Map<string, string>()
  readonly #portals = new Map<string, { customer: string; back: string }>()

  constructor(account: FakeAccount) {
    this.#account = account
  }

  answer(asked: Asked): Answer {
    const [first, ...rest] = asked.path
    if (first === 'v1') return this.#api({ ...asked, path: rest })
    if (first === 'pay') return this.#pay(asked, rest[0] ?? '')
    return first === 'portal' ? this.#portal(asked, rest[0] ?? '') : missing
  }

  #api(asked: Asked): Answer {
    const { path, query, method } = asked
    const [noun = '', id = ''] = path
    if (noun === 'checkout') return this.#checkout(asked)
    if (noun === 'billing_portal' && method === 'POST') return this.#openPortal(asked.form)
    if (noun === 'charges') return this.#charge(id)
    if (noun === 'payment_intents') {
      const charge = [...this.#account.charges.values()].find(({ intent }) => intent === id)
      return charge ? { json: { id, object: 'payment_intent', latest_charge: charge.id, metadata: {} } } : missing
    }
    if (noun === 'refunds') return list(this.#refunds(query.get('charge') ?? ''))
    if (noun === 'invoice_payments') return list(this.#invoicePayments(query))
    if (noun === 'events') return list(this.#events(query))
    return noun === 'disputes' ? list([]) : missing
  }

  #checkout({ method, path, form, key }: Asked): Answer {
    const [, , id = '', act] = path
    if (method === 'POST' && id === '') {
      const session = this.#account.sessions.get(this.#made.get(key) ?? '') ?? this.#open(form)
      if (key !== '') this.#made.set(key, session.id)
      return { json: { ...this.#account.sessionObject(session), url: `${this.url}/pay/${session.id}` } }
    }
    const session = this.#account.sessions.get(id)
    if (!session) return missing
    if (act === 'expire') {
      if (session.status !== 'open') throw new Error(`Only open sessions can be expired; this one is ${session.status}.`)
      this.#account.expire(session)
    }
    return { json: this.#account.sessionObject(session) }
  }

  #open(form: URLSearchParams): FakeSession {
    const text = (name: string): string => form.get(name) ?? ''
    const price = 'line_items[0][price_data]'
    const months = Number(text(`${price}[recurring][interval_count]`) || 1) * (text(`${price}[recurring][interval]`) === 'year' ? 12 : 1)
    const session: FakeSession = {
      id: this.#account.id('cs'),
      status: 'open',
      mode: text('mode') === 'subscription' ? 'subscription' : 'payment',
      pledge: text('client_reference_id'),
      amount: Number(text(`${price}[unit_amount]`)),
      currency: text(`${price}[currency]`),
      months,
      title: text(`${price}[product_data][name]`),
      email: text('customer_email'),
      successUrl: text('success_url'),
      cancelUrl: text('cancel_url'),
      customer: null,
      subscription: null,
      intent: null,
      invoice: null,
    }
    this.#account.sessions.set(session.id, session)
    return session
  }

  #openPortal(form: URLSearchParams): Answer {
    const id = this.#account.id('bps')
    this.#portals.set(id, { customer: form.get('customer') ?? '', back: form.get('return_url') ?? '' })
    return { json: { id, object: 'billing_portal.session', url: `${this.url}/portal/${id}` } }
  }

  #charge(id: string): Answer {
    const charge = this.#account.charges.get(id)
    if (!charge) return missing
    const [first] = charge.movements
    const intent = { id: charge.intent, object: 'payment_intent', metadata: charge.pledge === null ? {} : { pledge: charge.pledge } }
    const customer = { object: 'customer', ...this.#account.customers.get(charge.customer) }
    return { json: { ...this.#account.chargeObject(charge), balance_transaction: first, payment_intent: intent, customer } }
  }

  #refunds(charge: string): unknown[] {
    const movements = this.#account.charges.get(charge)?.movements.slice(1) ?? []
    return movements.map((movement) => ({ id: movement.source, object: 'refund', charge, balance_transaction: movement }))
  }

  #invoicePayments(query: URLSearchParams): unknown[] {
    const [invoice, intent] = [query.get('invoice'), query.get('payment[payment_intent]')]
    const found = this.#account.invoices.filter((one) => one.id === invoice || one.intent === intent)
    return found.map((one) => {
      const details = { subscription: one.subscription, metadata: { pledge: one.pledge } }
      const whole = { id: one.id, object: 'invoice', parent: { type: 'subscription_details', subscription_details: details } }
      return { id: `inpay_${one.id}`, invoice: whole, payment: { type: 'payment_intent', payment_intent: one.intent } }
    })
  }

  #events(query: URLSearchParams): unknown[] {
    const since = Number(query.get('created[gte]') ?? 0)
    const types = [...query.entries()].filter(([name]) => name.startsWith('types[')).map(([, type]) => type)
    return this.#account.events.filter(({ created, type }) => created >= since && types.includes(type)).toReversed()
  }

  #pay({ method }: Asked, id: string): Answer {
    const session = this.#account.sessions.get(id)
    if (!session) return missing
    if (method === 'POST') {
      this.#account.pay(id)
      return { location: session.successUrl }
    }
    const amount = `${(session.amount / 100).toFixed(2)} ${session.currency.toUpperCase()}`
    return { html: page('Pay', `<p>${amount}</p><form method="post"><button>Pay</button></form><a href="${session.cancelUrl}">Back</a>`) }
  }

  #portal({ method }: Asked, id: string): Answer {
    const portal = this.#portals.get(id)
    if (!portal) return missing
    const own = [...this.#account.subscriptions].filter(([, { customer }]) => customer === portal.customer)
    if (method === 'POST') {
      for (const [subscription] of own) this.#account.cancel(subscription)
      return { location: portal.back }
    }
    return { html: page('Your plan', `<form method="post"><button>Cancel plan</button></form><a href="${portal.back}">Back</a>`) }
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`
}
