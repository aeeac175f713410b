import type { Crowd } from '#contract/crowd.ts'
import { askPerPerson, ratioOfMedians } from '#domain/burden.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import { KINDS } from '#web/month-cards/carrier-rows.ts'
import type { Format } from '#web/ui/format.ts'
import { crowdColumns, crowdCells } from './crowd-rows.ts'
import { carrierSentence, CROWD, equalWords, kindsOf, payerNoun } from './words.ts'

const SORTS = { stream: 'streams', platform: 'platforms', currency: 'currencies' } as const

/** On whom a month rests, opened: who brings it, by patron, stream, platform and currency (METRICS 7 and 17). */
export function whoCarriesFigure(crowd: Crowd, format: Format): DerivedFigure {
  const { gifts, month, lens, breadth } = crowd
  const told = gifts.patrons >= CROWD
  const all = gifts.kinds.reduce((sum, { net }) => sum + net, 0)
  const there = gifts.kinds.filter(({ patrons }) => patrons > 0)
  const { smallest } = gifts
  const small = Math.round(smallest.share * all)
  const hhi = (value: number) => format.decimal(value.toFixed(4))
  return {
    title: `Who carries ${format.month(month)}, ${lensTag(lens)}`,
    figure: told ? carrierSentence(crowd, format) : `It rests on streams ${equalWords(breadth.stream.effective, format)}.`,
    formula: [
      ...(told
        ? there.map(({ kind, net }) => `${KINDS[kind]}: ${format.exact(net)} ÷ ${format.exact(all)} = ${format.percent(net / all)}.`)
        : []),
      ...(told
        ? [
            `The smaller gifts are the smallest four of five, ${format.count(smallest.patrons)} of ${format.count(gifts.patrons)}: ${format.exact(small)} ÷ ${format.exact(all)} = ${format.percent(smallest.share)}.`,
          ]
        : []),
      'As if so many equal ones: 1 ÷ the sum of the squared shares (1 ÷ HHI).',
      ...burdenFormula(crowd, format),
    ].join(' '),
    inputs: (['patron', 'stream', 'platform', 'currency'] as const).flatMap((sort) => {
      const { parts, effective, top, hhi: index } = breadth[sort]
      if (parts === 0) return []
      const value = `${format.count(parts)}, the largest ${format.percent(top)}; 1 ÷ ${hhi(index)} = ${format.decimal(effective.toFixed(2))}`
      return [{ label: `Rests on ${sort === 'patron' ? `${payerNoun(crowd)}s` : SORTS[sort]}`, value }]
    }),
    leftOut: [
      'Who gave nothing, or took back as much as they gave.',
      'Money that names nobody has no kind; of patrons it counts where a list tells how many they are, the same each.',
      'By kind also customers: only streams of patronage are looked at there.',
      'What comes beside patronage is not taken off enough where it asks what people would have to bear.',
      'The running month, and money that has no rate.',
    ],
    rows: { columns: crowdColumns(crowd), rows: [...crowdCells(crowd, format), ...kindRows(crowd)] },
  }
}

/** The ratio of the medians, and what would be asked of each person, with their own numbers (METRICS 17, FEATURES N8). */
function burdenFormula(crowd: Crowd, format: Format): string[] {
  const kinds = kindsOf(crowd)
  const { person, organisation } = kinds
  const ratio = ratioOfMedians(kinds)
  if (ratio === null) return []
  const usual = format.exact(organisation.usual ?? 0)
  const medians = `Usual gifts are medians: ${usual} of an organisation ÷ ${format.exact(person.usual ?? 0)} of a person = ${format.decimal(ratio.toFixed(2))}.`
  const { enough } = crowd
  const ask = enough === null ? null : askPerPerson(enough, kinds)
  if (enough === null || ask === null) return [medians]
  const rest = `(enough ${format.exact(enough)} − ${format.count(organisation.patrons)} × ${usual}) ÷ ${format.count(person.patrons)} people`
  return [medians, `Of each person: ${rest} = ${format.exact(ask)}${ask === 0 ? ', as nothing is left' : ', rounded up'}.`]
}

function kindRows({ gifts }: Crowd): Cell[][] {
  return gifts.kinds
    .filter(({ patrons }) => patrons > 0)
    .map(({ kind, patrons, net }): Cell[] => ['gifts, by who gives', KINDS[kind], patrons, net])
}
