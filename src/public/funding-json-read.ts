import { z } from 'zod'
import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type Minor } from '#domain/money.ts'
import { ProblemError } from '#http/problem.ts'
import { atMost, fitting, pageWayAt, readJson, shortened, type Filling, type Reading } from './funding-draft.ts'

const text = z.string().catch('')
const page = z.object({ url: text }).catch({ url: '' })
const list = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((found) =>
      found.slice(0, most).flatMap((each) => {
        const read = item.safeParse(each)
        return read.success ? [read.data] : []
      }),
    )

/** funding.json as strangers write it: what does not fit is taken as not said. https://floss.fund/funding-manifest */
export const FundingManifest = z.object({
  entity: z.object({
    type: z.enum(['individual', 'group', 'organisation', 'other']).catch('other'),
    role: z.enum(['owner', 'steward', 'maintainer', 'contributor', 'other']).catch('other'),
    name: text,
    email: text,
    phone: text,
    description: text,
    webpageUrl: page,
  }),
  projects: list(
    z.object({
      guid: text,
      name: z.string().trim().min(1),
      description: text,
      webpageUrl: page,
      repositoryUrl: page,
      licenses: list(z.string(), 5),
      tags: list(z.string(), 10),
    }),
    500,
  ),
  funding: z.object({
    channels: list(z.object({ guid: z.string(), type: z.string(), address: text, description: text }), 50),
    plans: list(z.object({ status: text, amount: z.number().catch(0), currency: text, frequency: text }), 50),
    history: list(z.unknown(), 50),
  }),
})
export type FundingManifest = z.infer<typeof FundingManifest>

/** Reads a manifest; throws a problem for a text that is none. */
export function readManifest(source: string): FundingManifest {
  const manifest = FundingManifest.safeParse(readJson(source, 'funding.json'))
  if (manifest.success) return manifest.data
  throw new ProblemError(400, 'Failed to read funding.json: it names no entity or no funding. Compare it with floss.fund/funding-manifest.')
}

/** Fills a page from the first project of a funding.json. */
export function draftFromFundingJson(source: string, filling: Filling): Reading {
  const { entity, projects, funding } = readManifest(source)
  const notes: string[] = []
  const [project] = atMost(projects, 1, { notes, what: 'projects' })
  if (entity.phone !== '') notes.push('The telephone number was left out: a page has no place for it.')
  if (funding.history.length > 0) notes.push('The history was left out: a page tells it from your own books.')
  const description = (project?.description ?? entity.description).trim()
  const repository = project?.repositoryUrl.url ?? ''
  const licences = project?.licenses.map((licence) => licence.replace(/^spdx:/, '')) ?? []
  const details = { entity: entity.type, role: entity.role, email: entity.email, repository, licences }
  return fitting(
    {
      title: shortened(project?.name ?? entity.name, 80),
      maker: shortened(entity.name, 120),
      summary: shortened(description.replace(/\s+/g, ' '), 280),
      text: description.length > 280 ? description : undefined,
      tags: project?.tags,
      link: (project?.webpageUrl ?? entity.webpageUrl).url,
      suggested: suggestedOf(funding.plans, { filling, notes }),
      ways: waysOf({ entity, projects, funding }, { filling, notes }),
      funding: project ? details : undefined,
    },
    notes,
  )
}

interface Reader {
  filling: Filling
  notes: string[]
}

/** Amounts per month in the page's own currency. */
function suggestedOf(plans: FundingManifest['funding']['plans'], { filling: { currency }, notes }: Reader): Minor[] {
  const exponent = exponentOf(currency) ?? 2
  const amounts = new Set<Minor>()
  let others = 0
  for (const plan of plans) {
    if (plan.status !== 'active' || plan.amount === 0) continue
    const amount = plan.frequency === 'monthly' && plan.currency === currency ? parseAmount(String(plan.amount), exponent) : undefined
    if (amount === undefined || amount < 1) others += 1
    else amounts.add(amount)
  }
  if (others > 0) notes.push(`${others} plans were left out: only monthly ones in ${currency} can be suggested amounts.`)
  return atMost([...amounts], 4, { notes, what: 'suggested amounts' })
}

function waysOf({ entity, funding }: FundingManifest, { filling, notes }: Reader): unknown[] {
  const ways = funding.channels.flatMap(({ type, address }): unknown[] => {
    if (/^https?:/i.test(address)) return [pageWayAt(address, notes) ?? []].flat()
    const bank = type === 'bank' ? bankWayIn(address, entity.name, filling.today) : undefined
    if (bank) {
      notes.push('The bank account was filled in without your consent to publish it: check it and give it.')
      return [bank]
    }
    notes.push(`A way to pay of the kind ${shortened(type, 40)} was left out: it has no address that can be opened.`)
    return []
  })
  return atMost(ways, 8, { notes, what: 'ways to pay' })
}

/** An IBAN within a free text, with the holder where one stands before it. */
function bankWayIn(address: string, name: string, since: string): unknown {
  const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/.exec(address)?.[0]?.replaceAll(' ', '')
  if (iban === undefined) return undefined
  const bic = /\bBIC:? ([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/.exec(address)?.[1]
  const holder = (/^(.+?),? IBAN\b/.exec(address)?.[1] ?? name).slice(0, 70)
  return { kind: 'bank', holder, iban, consent: false, since, ...(bic === undefined ? {} : { bic }) }
}
