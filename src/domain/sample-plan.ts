import type { Month } from './month.ts'
import type { JobOffer } from './salary.ts'
import type { TaxRule } from './set-aside.ts'
import type { DatedPlan, NeedsPlan, PlannedNeed } from './target-plan.ts'
import { presetOf } from './tax-preset.ts'

const line = (text: string, amount: number, more: Partial<PlannedNeed> = {}): PlannedNeed => {
  return { text, amount, level: 'enough', per: 'month', ...more }
}

/** What the example's maker needs: with a fifth for tax 1,900 before it cover the basics, 2,600 are enough, 2,900 comfortable. */
const PLAN: NeedsPlan = {
  kind: 'needs',
  needs: [
    line('Rent, with heating', 620_00, { level: 'bare' }),
    line('Food', 340_00, { level: 'bare' }),
    line('Health cover', 200_00, { level: 'bare', benefit: 'health' }),
    line('A third of the studio', 180_00, { level: 'bare' }),
    line('Insurance, of the trade too', 1_440_00, { level: 'bare', per: 'year' }),
    line('Phone and network', 60_00, { level: 'bare' }),
    line('Pension', 220_00, { benefit: 'pension' }),
    line('Sick days', 780_00, { per: 'year', benefit: 'sick', days: 10 }),
    line('Holiday', 1_560_00, { per: 'year', benefit: 'holiday', days: 20 }),
    line('Equipment', 1_020_00, { per: 'year', benefit: 'equipment' }),
    line('Trains', 60_00),
    line('Training', 90_00, { level: 'comfortable', benefit: 'training' }),
    line('A journey a year', 1_800_00, { level: 'comfortable', per: 'year' }),
  ],
  model: { shape: 'generic', tax: 2_000, monthsOff: 0, fee: 400 },
  preset: 'generic',
}

/** A job of the kind that the example's maker left. */
const OFFER: JobOffer = {
  wage: 3_250_00,
  social: 2_115,
  tax: 900,
  premium: 0,
  employer: { premium: 0, pension: 930, leave: 120 },
  minutes: null,
}

/** How the example's target of a month was made, what is put aside for tax from then on, and a job to compare with. */
export function samplePlan(from: Month): { plan: DatedPlan; tax: TaxRule; offer: JobOffer } {
  return {
    plan: { from, plan: PLAN },
    tax: { from, rate: 2_000, streams: [], periods: presetOf('de').periods, preset: 'de' },
    offer: OFFER,
  }
}
