import { z } from 'zod'
import { BookId } from './book.ts'
import { Month } from './money.ts'
import { SaidSplitter } from './splitter.ts'
import { DatedPlan, Levels, Target, TargetPlan, VentureNeeds, VentureTarget } from './target.ts'
import { PutAsideBody, SaidJobOffer, Tax, TaxRuleBody } from './tax.ts'

const ofBook = z.object({ book: BookId })
const ofMonth = z.object({ book: BookId, month: Month })
const ofVentureMonth = z.object({ book: BookId, venture: z.coerce.number().int(), month: Month })

/** Shapes of the routes of targets, of tax and of the job to compare with. */
export const targetRoutes = {
  targets: { summary: 'Targets by the month they hold from', params: ofBook, answer: z.array(Target) },
  setTarget: { summary: 'Set the target from a month on', params: ofMonth, body: Levels, answer: z.array(Target) },
  removeTarget: { summary: 'Remove the target of a month', params: ofMonth, answer: z.array(Target) },
  targetPlans: { summary: 'How targets were made that were not simply typed, by month', params: ofBook, answer: z.array(DatedPlan) },
  setTargetPlan: {
    summary: 'Set the target from a month on by what it is made of: needs, or levels after income tax',
    params: ofMonth,
    body: TargetPlan,
    answer: z.array(Target),
  },
  tax: { summary: 'What is put aside for income tax, by period', params: ofBook, answer: Tax },
  setTaxRule: {
    summary: 'Set what is put aside for tax from a month on',
    params: ofMonth,
    body: TaxRuleBody,
    answer: Tax,
  },
  removeTaxRule: { summary: 'Remove what is put aside for tax from a month on', params: ofMonth, answer: Tax },
  setPutAside: {
    summary: 'Say what is put aside already for the period of a month',
    params: ofMonth,
    body: PutAsideBody,
    answer: Tax,
  },
  jobOffer: { summary: 'The job to compare oneself with', params: ofBook, answer: SaidJobOffer },
  setJobOffer: { summary: 'Say what a job would pay; null takes it back', params: ofBook, body: SaidJobOffer, answer: SaidJobOffer },
  splitter: { summary: 'Shares by which a month is split', params: ofBook, answer: SaidSplitter },
  setSplitter: {
    summary: 'Say by which shares a month is split; null takes it back',
    params: ofBook,
    body: SaidSplitter,
    answer: SaidSplitter,
  },
  ventureTargets: { summary: 'What each venture needs, by the month it holds from', params: ofBook, answer: z.array(VentureTarget) },
  setVentureTarget: {
    summary: 'Set what a venture needs from a month on: before income tax, or after it with what takes it there',
    params: ofVentureMonth,
    body: VentureNeeds,
    answer: z.array(VentureTarget),
  },
  removeVentureTarget: {
    summary: 'Remove what a venture needs from a month on',
    params: ofVentureMonth,
    answer: z.array(VentureTarget),
  },
} as const
