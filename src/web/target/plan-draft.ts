import { leavesSomething, type TaxModel } from '#domain/gross-up.ts'
import { presetOf, type TaxPreset } from '#domain/tax-preset.ts'
import type { Benefit, NeedsPlan, PlannedNeed, TargetPlan } from '#domain/target-plan.ts'
import { freshKey, needsTrouble, type NeedDraft, type NeedsTrouble } from '#web/needs/draft.ts'

/** One line of the book's needs as it is typed. */
export interface LineDraft extends NeedDraft {
  per: 'month' | 'year'
  benefit?: Benefit | undefined
  days?: number | undefined
  /** Rises when the amount is filled in by the page, so that its field shows it. */
  filled: number
}

/** The numbers of the way from needs to what has to come in; undefined where nothing readable stands. */
export interface ModelDraft {
  preset: string
  shape: TaxModel['shape']
  tax: number | undefined
  monthsOff: number | undefined
  fee: number | undefined
  pension: number | undefined
  costs: number | undefined
}

export interface PlanDraft {
  lines: LineDraft[]
  model: ModelDraft
}

export const BENEFIT_NAMES: Readonly<Record<Benefit, string>> = {
  health: 'Health cover',
  pension: 'Pension',
  sick: 'Sick days',
  holiday: 'Holiday',
  parental: 'Parental leave',
  training: 'Training',
  equipment: 'Equipment',
}

/** Presets name dollars, euros and pounds: in another currency their amounts mean nothing and are left open. */
function ownAmount(preset: TaxPreset, currency: string, amount: number | undefined): number | undefined {
  return preset.currency === currency && amount !== 0 ? amount : undefined
}

export function modelDraft(model: TaxModel, preset: string): ModelDraft {
  const { shape, tax, monthsOff, fee } = model
  const us = model.shape === 'us'
  return { preset, shape, tax, monthsOff, fee, pension: us ? model.pension : 0, costs: us ? model.costs : 0 }
}

/** The numbers of a preset; what its model costs only in its own currency. */
export function presetModel(id: string, currency: string): ModelDraft {
  const preset = presetOf(id)
  const draft = modelDraft(preset.model, preset.id)
  return { ...draft, costs: preset.currency === currency ? draft.costs : 0 }
}

/** What stands in the form at first: the plan in force, or a line for the rent and the round numbers. */
export function planDraft(plan: TargetPlan | undefined, currency: string): PlanDraft {
  if (plan?.kind !== 'needs') {
    return {
      lines: [{ key: 0, text: '', amount: undefined, level: 'bare', per: 'month', filled: 0 }],
      model: presetModel('generic', currency),
    }
  }
  return { lines: plan.needs.map((need, key) => ({ key, ...need, filled: 0 })), model: modelDraft(plan.model, plan.preset) }
}

/** A new line of a benefit, with what the preset knows of it. */
export function benefitLine(benefit: Benefit, { lines, model }: PlanDraft, currency: string): LineDraft {
  const preset = presetOf(model.preset)
  const known = preset.benefits.find((one) => one.benefit === benefit)
  const amount = ownAmount(preset, currency, known?.amount)
  return {
    key: freshKey(lines),
    text: BENEFIT_NAMES[benefit],
    amount,
    level: 'enough',
    per: known?.per ?? (isDaysOff(benefit) ? 'year' : 'month'),
    benefit,
    ...(isDaysOff(benefit) && { days: known?.days ?? 10 }),
    filled: 0,
  }
}

/** Whether a benefit is told in days. */
export function isDaysOff(benefit: Benefit | undefined): boolean {
  return benefit === 'sick' || benefit === 'holiday'
}

/** The lines that can be counted, in their order. */
export function plannedNeeds(lines: readonly LineDraft[]): PlannedNeed[] {
  return lines.flatMap(({ text, amount, level, per, benefit, days }) => {
    if (amount === undefined || amount <= 0) return []
    return [{ text: text.trim(), amount, level, per, ...(benefit && { benefit }), ...(days !== undefined && days > 0 && { days }) }]
  })
}

/** The model of a draft; undefined while a number of it cannot be read, or leaves nothing. */
export function modelOf({ shape, tax, monthsOff, fee, pension, costs }: ModelDraft): TaxModel | undefined {
  if (tax === undefined || monthsOff === undefined || fee === undefined) return undefined
  if (shape === 'us' && (pension === undefined || costs === undefined)) return undefined
  const model: TaxModel =
    shape === 'us' ? { shape, tax, monthsOff, fee, pension: pension ?? 0, costs: costs ?? 0 } : { shape, tax, monthsOff, fee }
  return leavesSomething(model) ? model : undefined
}

/** The plan of a draft, as far as it can be worked out; undefined where nothing can. */
export function planOfDraft({ lines, model }: PlanDraft): NeedsPlan | undefined {
  const by = modelOf(model)
  const needs = plannedNeeds(lines)
  return by && needs.some(({ level }) => level !== 'comfortable') ? { kind: 'needs', needs, model: by, preset: model.preset } : undefined
}

/** What is wrong with the lines. */
export function linesTrouble(lines: readonly LineDraft[]): NeedsTrouble {
  return needsTrouble(lines)
}

/** Whether days off are paid by lines and left out as months too: then they are counted twice. */
export function countsDaysTwice({ lines, model }: PlanDraft): boolean {
  return (model.monthsOff ?? 0) > 0 && plannedNeeds(lines).some(({ benefit }) => isDaysOff(benefit))
}
