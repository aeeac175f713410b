import { z } from 'zod'
import { Carried, PublicNeed } from '#contract/public.ts'
import { Currency, Day } from '#contract/money.ts'
import { Fee, MoneyShown, Peer } from '#contract/publication.ts'
import { Work } from '#contract/venture.ts'
import { bicTrouble, electronic, ibanTrouble } from '#bank/iban.ts'
import { ProblemError } from '#http/problem.ts'
import { isCurrency } from '#domain/currency.ts'
import type { Peer as FollowedPeer } from '#domain/publication.ts'
import type { FollowedVenture } from '#public/browse-offer.ts'
import { readJson, shortened } from '#public/funding-draft.ts'
import { readManifest } from '#public/funding-json-read.ts'
import { present } from './present.ts'

/** What another site told: its ventures as they are kept, and how many of them did not fit. */
export interface Told {
  ventures: FollowedVenture[]
  dropped: number
}

const MOST_VENTURES = 500
const ADDRESS = /^[a-z0-9-]{1,64}$/
const text = (most: number) =>
  z
    .string()
    .catch('')
    .transform((said) => shortened(said.trim(), most))
const each = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.slice(0, most).flatMap((one) => item.safeParse(one).data ?? []) as z.output<T>[])

/** An account is kept only as a whole: with a holder, and an IBAN that can be one. */
const OfferedAccount = z
  .object({ kind: z.literal('bank'), holder: text(70), iban: text(42), bic: text(11) })
  .transform(({ kind, holder, iban, bic }): FollowedVenture['ways'][number] => {
    if (holder === '' || ibanTrouble(iban)) return { kind }
    return { kind, holder, iban: electronic(iban), ...(bic !== '' && !bicTrouble(bic) && { bic: electronic(bic) }) }
  })

/** A venture of an `enough.json`: its address and title must be there; whatever else does not fit is taken as not told. */
const OfferedVenture = z.object({
  address: z.string().regex(ADDRESS),
  visibility: z.literal('public'),
  title: z
    .string()
    .trim()
    .min(1)
    .transform((said) => shortened(said, 80)),
  maker: text(120),
  summary: text(280),
  tags: each(z.string().trim().min(1).max(30), 10),
  work: Work.nullable().catch(null),
  currency: Currency.refine(isCurrency).nullable().catch(null),
  since: Day.nullable().catch(null),
  money: MoneyShown.catch('hidden'),
  carried: Carried.nullable().catch(null),
  needs: each(PublicNeed, 30),
  patrons: z.object({ count: z.int().min(0).optional() }).catch({}),
  ways: each(z.union([OfferedAccount, z.object({ kind: z.enum(['stripe', 'page']), fee: Fee })]), 8),
  overflow: each(Peer, 5),
})
const EnoughFile = z.object({ enough: z.string().startsWith('1.'), url: z.string().catch(''), ventures: z.array(z.unknown()) })

/**
 * Reads what an address that is followed answered: `enough.json` or `funding.json`. All of it stays a stranger's word: texts are cut
 * to length, addresses begin with https://, and no claim is about a day that has not come. Throws a problem for anything else.
 */
export function readFollowed(source: string, { url, today }: { url: string; today: string }): Told {
  const value = readJson(source, url)
  const file = EnoughFile.safeParse(value)
  if (file.success) return fromEnough(file.data, { url, today })
  if (typeof value === 'object' && value !== null && 'entity' in value) return fromManifest(source, url)
  throw new ProblemError(400, `Failed to read ${url}: it is neither enough.json nor funding.json. Follow another address.`)
}

function fromEnough({ url: said, ventures }: z.output<typeof EnoughFile>, { url, today }: { url: string; today: string }): Told {
  const root = rootOf(said, url)
  const kept = ventures.slice(0, MOST_VENTURES).flatMap((one): FollowedVenture[] => {
    const read = OfferedVenture.safeParse(one)
    if (!read.success) return []
    const { visibility: _, carried, since, ...venture } = read.data
    const claimed = carried !== null && carried.asOf <= today && venture.money !== 'hidden' ? present(carried) : null
    const known = { carried: claimed, since: since !== null && since <= today ? since : null, needs: venture.needs.map(present) }
    const overflow = venture.overflow.flatMap((peer) => peerOf(peer, root) ?? [])
    return [{ ...venture, ...known, patrons: present(venture.patrons), overflow, url: `${root}/v/${venture.address}` }]
  })
  return { ventures: kept, dropped: ventures.length - kept.length }
}

/** A venture to back instead, by its absolute address: what is short there is of that site. */
function peerOf({ title, address }: FollowedPeer, root: string): FollowedPeer | undefined {
  if (ADDRESS.test(address)) return { title, address: `${root}/v/${address}` }
  return URL.parse(address)?.protocol === 'https:' ? { title, address } : undefined
}

/** Where the pages of a site are: as it says, where that is on its own host; else beside the file. */
function rootOf(said: string, url: string): string {
  const own = URL.parse(said)
  const found = own?.protocol === 'https:' && own.host === new URL(url).host ? own.href : new URL('.', url).href
  return found.replace(/\/+$/, '')
}

/** A project of a funding.json says nothing of how far it is carried. */
function fromManifest(source: string, url: string): Told {
  const { entity, projects } = readManifest(source)
  const kept = projects.slice(0, MOST_VENTURES).map((project, i): FollowedVenture => {
    const page = [project.webpageUrl.url, project.repositoryUrl.url, entity.webpageUrl.url].find(
      (one) => URL.parse(one)?.protocol === 'https:',
    )
    return {
      address: /^[a-z0-9-]{1,32}$/.test(project.guid) ? project.guid : `project-${i + 1}`,
      url: page ?? url,
      title: shortened(project.name, 80),
      maker: shortened(entity.name.trim(), 120),
      summary: shortened(project.description.replace(/\s+/g, ' ').trim(), 280),
      tags: project.tags.map((tag) => shortened(tag.trim(), 30)).filter((tag) => tag !== ''),
      work: null,
      currency: null,
      since: null,
      money: 'hidden',
      carried: null,
      needs: [],
      patrons: {},
      ways: [],
      overflow: [],
    }
  })
  return { ventures: kept, dropped: projects.length - kept.length }
}
