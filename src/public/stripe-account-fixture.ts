/** A Stripe account of the imagination: enough of its objects for pledges, in the shapes of the API that this project asks for. */

export interface FakeSession {
  id: string
  status: 'open' | 'complete' | 'expired'
  mode: 'payment' | 'subscription'
  pledge: string
  amount: number
  currency: string
  months: number
  title: string
  email: string
  successUrl: string
  cancelUrl: string
  customer: string | null
  subscription: string | null
  intent: string | null
  invoice: string | null
}

export interface FakeMovement {
  id: string
  amount: number
  fee: number
  net: number
  currency: string
  created: number
  reporting_category: string
  description: string
  source: string
  charge: string
}

interface FakeCharge {
  id: string
  intent: string
  customer: string
  pledge: string | null
  amount: number
  refunded: number
  currency: string
  description: string
  movements: FakeMovement[]
}

interface FakeInvoice {
  id: string
  intent: string
  subscription: string
  pledge: string
}

export interface FakeEvent {
  id: string
  object: 'event'
  type: string
  created: number
  data: { object: Record<string, unknown> }
}

/** What Stripe Europe takes of a card payment: 1.5 % and 25 cents. */
const fee = (amount: number): number => Math.floor((amount * 15) / 1000) + 25

function decimal(cents: number): string {
  return `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

export class FakeAccount {
  readonly sessions = new Map<string, FakeSession>()
  readonly charges = new Map<string, FakeCharge>()
  readonly customers = new Map<string, { id: string; name: string }>()
  readonly subscriptions = new Map<string, FakeSession>()
  readonly invoices: FakeInvoice[] = []
  readonly events: FakeEvent[] = []
  /** Called with every new event. */
  onEvent: (event: FakeEvent) => void = () => {}
  readonly #seconds: () => number
  #count = 0

  /** `seconds` is the clock: seconds since 1970. */
  constructor(seconds: () => number) {
    this.#seconds = seconds
  }

  id(prefix: string): string {
    this.#count += 1
    return `${prefix}_test${this.#count}`
  }

  /** Somebody pays at the hosted page; answers the charge's id. */
  pay(id: string, name = 'Ada Berg'): string {
    const session = this.#session(id)
    if (session.status !== 'open') throw new Error(`The session ${id} is ${session.status}.`)
    const customer = this.id('cus')
    this.customers.set(customer, { id: customer, name })
    Object.assign(session, { status: 'complete', customer })
    if (session.mode === 'subscription') session.subscription = this.id('sub')
    if (session.subscription) this.subscriptions.set(session.subscription, session)
    const charge = session.subscription ? this.renew(session.subscription) : this.#charge(session, session.pledge)
    session.intent = session.subscription ? null : (this.charges.get(charge)?.intent ?? null)
    session.invoice = this.invoices.find((invoice) => invoice.subscription === session.subscription)?.id ?? null
    this.#tell('checkout.session.completed', this.sessionObject(session))
    return charge
  }

  /** The hosted page closes, as it does by itself after a day. */
  expire(session: FakeSession): void {
    session.status = 'expired'
    this.#tell('checkout.session.expired', this.sessionObject(session))
  }

  /** The next payment of a subscription. */
  renew(subscription: string): string {
    const session = this.subscriptions.get(subscription)
    if (!session) throw new Error(`There is no subscription ${subscription}.`)
    const charge = this.#charge(session, null)
    const invoice: FakeInvoice = { id: this.id('in'), intent: this.charges.get(charge)?.intent ?? '', subscription, pledge: session.pledge }
    this.invoices.push(invoice)
    this.#tell('invoice.paid', { id: invoice.id, object: 'invoice', customer: session.customer })
    return charge
  }

  /** A sale that has nothing to do with any pledge. */
  sell(amount: number): string {
    const customer = this.id('cus')
    this.customers.set(customer, { id: customer, name: 'Somebody' })
    return this.#charge({ customer, amount, currency: 'eur', title: 'A shop' }, null)
  }

  /** Gives all of a charge back. */
  refund(id: string): void {
    const charge = this.charges.get(id)
    if (!charge) throw new Error(`There is no charge ${id}.`)
    charge.refunded = charge.amount
    this.#move(charge, { amount: -charge.amount, fee: 0, category: 'refund', source: this.id('re') })
    this.#tell('charge.refunded', this.chargeObject(charge))
  }

  cancel(subscription: string): void {
    const session = this.subscriptions.get(subscription)
    if (!session) throw new Error(`There is no subscription ${subscription}.`)
    this.#tell('customer.subscription.deleted', { id: subscription, object: 'subscription', metadata: { pledge: session.pledge } })
  }

  #session(id: string): FakeSession {
    const session = this.sessions.get(id)
    if (!session) throw new Error(`There is no session ${id}.`)
    return session
  }

  /** A charge of a subscription bears no pledge itself: only its invoice leads to it. */
  #charge(
    { customer, amount, currency, title }: Pick<FakeSession, 'customer' | 'amount' | 'currency' | 'title'>,
    pledge: string | null,
  ): string {
    const about = {
      id: this.id('ch'),
      intent: this.id('pi'),
      customer: customer ?? '',
      pledge,
      amount,
      refunded: 0,
      currency,
      description: title,
    }
    const charge: FakeCharge = { ...about, movements: [] }
    this.charges.set(charge.id, charge)
    this.#move(charge, { amount, fee: fee(amount), category: 'charge', source: charge.id })
    this.#tell('charge.succeeded', this.chargeObject(charge))
    return charge.id
  }

  #move(
    charge: FakeCharge,
    { amount, fee: taken, category, source }: { amount: number; fee: number; category: string; source: string },
  ): void {
    const { currency, id, description: title } = charge
    const description = category === 'refund' ? `REFUND FOR CHARGE (${title})` : title
    const money = { amount, fee: taken, net: amount - taken, currency }
    charge.movements.push({
      id: this.id('txn'),
      ...money,
      created: this.#seconds(),
      reporting_category: category,
      description,
      source,
      charge: id,
    })
  }

  #tell(type: string, object: Record<string, unknown>): void {
    const event: FakeEvent = { id: this.id('evt'), object: 'event', type, created: this.#seconds(), data: { object } }
    this.events.push(event)
    this.onEvent(event)
  }

  sessionObject(session: FakeSession): Record<string, unknown> {
    const { id, status, mode, pledge, customer, subscription, intent, invoice } = session
    const about = { id, object: 'checkout.session', status, mode, client_reference_id: pledge, metadata: { pledge } }
    return { ...about, customer, subscription, payment_intent: intent, invoice }
  }

  chargeObject(charge: FakeCharge): Record<string, unknown> {
    const { id, amount, refunded, currency, description, intent, pledge, customer } = charge
    const metadata = pledge === null ? {} : { pledge }
    const money = { amount, amount_refunded: refunded, currency, disputed: false, description }
    return { id, object: 'charge', ...money, metadata, payment_intent: intent, customer }
  }

  /** The itemised balance report of everything so far, as Stripe's dashboard exports it. */
  balanceCsv(): string {
    const header =
      'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,payment_intent_id,customer_id,customer_name'
    const rows = [...this.charges.values()].flatMap((charge) =>
      charge.movements.map((one) => {
        const at = new Date(one.created * 1000).toISOString().slice(0, 19).replace('T', ' ')
        const money = [one.currency, decimal(one.amount), decimal(one.fee), decimal(one.net)]
        const who = [charge.id, charge.intent, charge.customer, this.customers.get(charge.customer)?.name ?? '']
        return [one.id, at, ...money, one.reporting_category, one.source, one.description, ...who].join(',')
      }),
    )
    return [header, ...rows, ''].join('\n')
  }

  /** The payments export of everything so far. */
  paymentsCsv(): string {
    const header =
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Fee,Status,Captured,Customer ID,Customer Name,PaymentIntent ID,Seller Message'
    const rows = [...this.charges.values()].map(({ id, amount: paid, refunded, currency, movements, customer, intent }) => {
      const at = new Date((movements[0]?.created ?? 0) * 1000).toISOString().slice(0, 19).replace('T', ' ')
      const money = [decimal(paid), decimal(refunded), currency, decimal(movements[0]?.fee ?? 0)]
      return [
        id,
        at,
        ...money,
        refunded > 0 ? 'Refunded' : 'Paid',
        'true',
        customer,
        this.customers.get(customer)?.name ?? '',
        intent,
        '',
      ].join(',')
    })
    return [header, ...rows, ''].join('\n')
  }
}
