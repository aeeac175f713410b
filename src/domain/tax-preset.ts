import type { Day } from './month.ts'
import type { TaxModel } from './gross-up.ts'
import type { EmployerPays, WageDeductions } from './salary.ts'
import type { TaxPeriodRule } from './set-aside.ts'
import type { Benefit } from './target-plan.ts'

/** A line that a preset proposes; amounts are in minor units of the preset's currency. */
export interface PresetBenefit {
  benefit: Benefit
  amount?: number
  per?: 'month' | 'year'
  /** Days off in a year. */
  days?: number
}

/**
 * Numbers to begin with, all of them to be changed. None was read at its authority: each is marked as second hand, with its day
 * and where it was found. Not tax advice.
 */
export interface TaxPreset {
  id: string
  name: string
  /** What its amounts are in; null where it names none. */
  currency: string | null
  /** The day on which the sources were read; null for round figures of no country. */
  asOf: Day | null
  /** What the numbers are made of, and what they leave out. */
  says: string
  sources: readonly { title: string; address: string }[]
  model: TaxModel
  benefits: readonly PresetBenefit[]
  periods: readonly TaxPeriodRule[]
  wage: WageDeductions
  employer: EmployerPays
}

const READ = '2026-11-27'
const quarters = (due: readonly (readonly [month: number, day: number])[]): TaxPeriodRule[] =>
  due.map(([dueMonth, dueDay], i) => ({ start: 3 * i + 1, dueMonth, dueDay }))

const REST: readonly PresetBenefit[] = [{ benefit: 'parental' }, { benefit: 'training' }, { benefit: 'equipment' }]

export const TAX_PRESETS: readonly TaxPreset[] = [
  {
    id: 'generic',
    name: 'Of no country',
    currency: null,
    asOf: null,
    says: 'Round figures to begin with, of no country: a quarter for tax and contributions, a month and a quarter off, a twentieth for fees. A quarter’s last day stands for the day on which its tax is due.',
    sources: [],
    model: { shape: 'generic', tax: 2_500, monthsOff: 125, fee: 500 },
    benefits: [{ benefit: 'health' }, { benefit: 'pension' }, { benefit: 'sick', days: 10 }, { benefit: 'holiday', days: 20 }, ...REST],
    periods: quarters([
      [3, 31],
      [6, 30],
      [9, 30],
      [12, 31],
    ]),
    wage: { social: 1_000, tax: 1_500, premium: 0 },
    employer: { premium: 0, pension: 0, leave: 125 },
  },
  {
    id: 'us',
    name: 'United States',
    currency: 'USD',
    asOf: READ,
    says: 'Self-employment tax of 15.3 % on 92.35 % of the profit; half of it and the health premium are deducted from income tax, which stands at 12 %. Left out: the $400 threshold, the wage base of $184,500 (2026), state tax and credits. Health cover is what an employer’s plan cost in all in 2025: $9,325 a year for one person, of which the employee paid $1,440.',
    sources: [
      {
        title: 'Self-employment tax (Legal Clarity)',
        address: 'https://legalclarity.org/how-much-is-self-employment-tax-the-15-3-rate-explained',
      },
      {
        title: 'Employer plans in 2023 (KFF); those of 2025 by way of NIS Benefits',
        address: 'https://www.kff.org/report-section/ehbs-2023-summary-of-findings',
      },
      { title: 'Estimated tax: periods and days (IRS Tax Map of 2014)', address: 'http://taxmap.ntis.gov/taxmap/faqs/faq_09-003.htm' },
    ],
    model: { shape: 'us', tax: 1_200, monthsOff: 125, fee: 600, pension: 500, costs: 100_00 },
    benefits: [
      { benefit: 'health', amount: 9_325_00, per: 'year' },
      { benefit: 'sick', days: 8 },
      { benefit: 'holiday', days: 10 },
      ...REST,
    ],
    periods: [
      { start: 1, dueMonth: 4, dueDay: 15 },
      { start: 4, dueMonth: 6, dueDay: 15 },
      { start: 6, dueMonth: 9, dueDay: 15 },
      { start: 9, dueMonth: 1, dueDay: 15 },
    ],
    wage: { social: 765, tax: 1_200, premium: 120_00 },
    employer: { premium: 657_08, pension: 300, leave: 125 },
  },
  {
    id: 'de',
    name: 'Germany',
    currency: 'EUR',
    asOf: READ,
    says: 'Health and long-term care insurance with sick pay at one fund, 17.29 % and 3.6 % of the profit (2026), and 15 % for income tax, which is a guess: the rate rises with the profit. The insurance has a floor of €1,318.33 and a ceiling of €5,812.50 of monthly profit. The pension stands at 18.6 % of the same floor. An employee pays half: 9.3 % pension, 1.3 % unemployment, 8.75 % health, 1.8 % care. Left out: church tax, trade tax, the artists’ social fund.',
    sources: [
      {
        title: 'Contributions of the self-employed in 2026 (Techniker Krankenkasse)',
        address: 'https://www.tk.de/en/become-a-member/join-tk/health-care-contribution-self-employed-2176982',
      },
      {
        title: 'Contribution rates from 1 January 2026 (Ministry of Finance of Saxony-Anhalt)',
        address: 'https://mf.sachsen-anhalt.de/dienstrecht/bezuegeverwaltung/details/beitragssaetze-der-sozialversicherung-ab-01012026',
      },
      {
        title: 'Days of prepayment, EStG § 37 (Deubner)',
        address: 'https://www.deubner-steuern.de/produkte/steufaz/doc/-37-estg-einkommensteuer-vorauszahlung-271164',
      },
      { title: '20 days of holiday at least (AWAY)', address: 'https://awaymag.com/holidays/how-many-vacation-days-for-a-5-day-week.html' },
    ],
    model: { shape: 'generic', tax: 3_589, monthsOff: 125, fee: 500 },
    benefits: [{ benefit: 'pension', amount: 245_21 }, { benefit: 'sick', days: 10 }, { benefit: 'holiday', days: 20 }, ...REST],
    periods: quarters([
      [3, 10],
      [6, 10],
      [9, 10],
      [12, 10],
    ]),
    wage: { social: 2_115, tax: 1_200, premium: 0 },
    employer: { premium: 0, pension: 930, leave: 92 },
  },
  {
    id: 'uk',
    name: 'United Kingdom',
    currency: 'GBP',
    asOf: READ,
    says: 'Above £12,570 a year 20 % income tax and 6 % Class 4 National Insurance (2025–26): about 15 % of a profit of £30,000. An employee pays 8 % above the same line: of a wage of £30,000 about 4.6 %, and 11.6 % income tax. Payments on account are due on 31 January and 31 July, what is left a year later. Health care is paid by tax. Left out: Scotland, Class 2, student loans, the higher rates.',
    sources: [
      {
        title: 'Tax and National Insurance 2025–26 (David Thomas Media)',
        address: 'https://helpsheets.davidthomasmedia.com/tax-ni-not-scotland',
      },
      {
        title: 'Self Assessment payments (Low Incomes Tax Reform Group)',
        address: 'https://litrg.org.uk/tax-nic/how-tax-collected/self-assessment-and-tax-returns/self-assessment-tax-payments',
      },
      {
        title: '28 days of holiday (Personnel Today)',
        address: 'https://www.personneltoday.com/hr/uk-holiday-entitlement-how-does-it-measure-up-internationally/',
      },
    ],
    model: { shape: 'generic', tax: 1_500, monthsOff: 125, fee: 500 },
    benefits: [{ benefit: 'pension' }, { benefit: 'sick', days: 10 }, { benefit: 'holiday', days: 28 }, ...REST],
    periods: quarters([
      [7, 31],
      [1, 31],
      [1, 31],
      [7, 31],
    ]),
    wage: { social: 460, tax: 1_160, premium: 0 },
    employer: { premium: 0, pension: 300, leave: 129 },
  },
]

const [GENERIC] = TAX_PRESETS

/** The preset of an id; the one of no country for an id that this program does not know. */
export function presetOf(id: string): TaxPreset {
  const found = TAX_PRESETS.find((preset) => preset.id === id) ?? GENERIC
  if (!found) throw new RangeError(`Failed to find the preset "${id}": there is none at all.`)
  return found
}
