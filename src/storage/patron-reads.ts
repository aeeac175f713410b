import type { PayerGross } from '#domain/income-change.ts'
import type { Lens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import type { PatronPayment } from '#domain/standing-gifts.ts'

/** What is read of who pays, over the whole book. Money without a rate and money that names nobody is left out. */
export interface PatronReads {
  /**
   * What each payer brings in one month of a lens, by the stream in which it counts, net in the home currency. Per stream it sums to
   * the month's roll-up, less what names nobody.
   */
  payersOfMonth(book: string, lens: Lens, month: Month): Promise<PatronPart[]>
  /** What each payer brings of some streams in one month of a lens, net in the home currency, by the payer's name. */
  giftsOfMonth(book: string, asked: GiftsAsked): Promise<Map<string, Minor>>
  /**
   * What each payer paid gross in each of the months from..to (both included) of a lens, by stream and currency; what belongs together
   * may come in several parts, unsorted.
   */
  payerGross(book: string, lens: Lens, span: { from: Month; to: Month }): Promise<PayerGross[]>
  /** Named payments of a month that count in the streams and whose fee is known, by day, with the fees tied to them. */
  giftFees(book: string, asked: Omit<GiftsAsked, 'lens'>): Promise<GiftFee[]>
  /** Payments that count in the streams, on or after a day and in order of it, less the fees tied to them; refunds are left aside. */
  patronPayments(book: string, streams: readonly number[], since: Day): Promise<PatronPayment[]>
  /**
   * Patrons of the streams who gave at the end of a month and of the one before, as far as payments of the same stream in both tell:
   * one of a month each, the later one in time (`standsUntil`), and nothing of theirs around that costs more than it brings.
   */
  steadyPatrons(book: string, asked: StandingAsked): Promise<Set<string>>
  /**
   * Of the payments that count in the streams those by which it is known who gives at the end of a month and of the one before
   * (`standings`), unsorted: less their own fees, but not those that are lines of their own. Of payments for one month only those of
   * the patrons that are asked for. Of a patron who pays for one month now and for several then, older payments for one month are
   * not among them.
   */
  standingPayments(book: string, asked: StandingAsked & { patrons: readonly string[] }): Promise<PatronPayment[]>
  /** As `standingPayments`, all payments of some patrons from a day on and before another, unsorted. */
  paymentsOfPatrons(book: string, asked: PatronSpan): Promise<PatronPayment[]>
}

export interface GiftsAsked {
  lens: Lens
  month: Month
  streams: readonly number[]
}

/** What one payment was, and what it cost, in its own minor units and in those of the home currency. */
export interface GiftFee {
  patron: string
  stream: number
  /** Months it covers. */
  months: number
  currency: string
  gross: Minor
  fees: Minor
  homeGross: Minor
  homeFees: Minor
}

export interface StandingAsked {
  streams: readonly number[]
  month: Month
}

export interface PatronSpan {
  streams: readonly number[]
  patrons: readonly string[]
  since: Day
  /** Not included. */
  until: Day
}

/** One payer's part of one stream. */
export interface PatronPart {
  /** The platform's own name of the payer, else the name shown. */
  patron: string
  /** The name last shown. */
  name: string
  stream: number
  net: Minor
}
