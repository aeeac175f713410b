import type { Pledge as PledgeAnswer, Pledged, Pledges } from '#contract/pledge.ts'
import { monthOf } from '#domain/month.ts'
import { isOwedIn, monthlyShare } from '#domain/pledge.ts'
import { converter } from '#domain/rate.ts'
import { ProblemError } from '#http/problem.ts'
import type { Book } from '#storage/storage.ts'
import { streamNames } from './entry.ts'
import { entryId, readEntryId } from './entry-id.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { pledgeFacts, pledgeProposals, type StandingPledge } from './pledge-facts.ts'
import { refreshPledgeViews } from './pledge-views.ts'
import { notThere } from '#http/problem.ts'
import { todayOf } from './today.ts'

type Names = 'pledges' | 'pledged' | 'linkPledge' | 'cancelPledge'

export function pledgeHandlers(parts: Parts): Handlers<Names> {
  const { storage, clock } = parts
  const told = async (book: Book): Promise<Pledges> => {
    await refreshPledgeViews(parts)
    return pledges(parts, book)
  }
  return {
    pledges: ({ book }) => pledges(parts, book),
    pledged: ({ book }) => pledged(parts, book),
    async linkPledge({ book, params, body }) {
      const line = readEntryId(params.entry)
      await neededPledge(parts, book, params.pledge)
      if (!(await storage.entry(book.id, line.stream, line.key))) throw notThere('the line')
      const links = await storage.pledgeLinks(book.id)
      const elsewhere = links.filter(
        ({ pledge, stream, key, paid }) => paid && pledge !== params.pledge && stream === line.stream && key === line.key,
      )
      await storage.write(book.id, async (writer) => {
        // A line pays one pledge: what is said last stands.
        if (body.paid) for (const link of elsewhere) await writer.linkPledge({ ...link, paid: false })
        const said = { pledge: params.pledge, ...line }
        if (body.paid === null) await writer.unlinkPledge(said)
        else await writer.linkPledge({ ...said, paid: body.paid })
      })
      return told(book)
    },
    async cancelPledge({ book, params }) {
      const pledge = await neededPledge(parts, book, params.pledge)
      if (pledge.stripe.subscription !== undefined && pledge.cancelled === null) {
        const why = 'its card payments would go on at Stripe'
        throw new ProblemError(409, `Failed to end the pledge: ${why}. End the subscription there: then it ends here by itself.`)
      }
      const cancelled = pledge.cancelled ?? clock()
      await storage.write(book.id, (writer) => writer.putPledge({ ...pledge, cancelled }))
      return told(book)
    },
  }
}

async function neededPledge({ storage }: Parts, book: Book, id: string) {
  const pledge = (await storage.pledges(book.id)).find((one) => one.id === id)
  if (!pledge) throw notThere('the pledge')
  return pledge
}

async function pledges(parts: Parts, book: Book): Promise<Pledges> {
  const facts = await pledgeFacts(parts, book)
  const [names, ventures] = [await streamNames(parts.storage, book.id), await parts.storage.ventures(book.id)]
  const ventureNames = new Map(ventures.map(({ id, name }) => [id, name]))
  const proposals = await pledgeProposals(parts, book.id, facts)
  return {
    pledges: facts.standing.map((one) => pledgeAnswer(one, ventureNames.get(one.pledge.venture) ?? '')),
    proposals: proposals.map(({ pledge, reasons, payment: { stream, key, day, name = '', gross, currency } }) => ({
      pledge,
      entry: entryId(stream, key),
      day,
      streamName: names.get(stream)?.name ?? '',
      name,
      amount: gross,
      currency,
      reasons,
    })),
  }
}

function pledgeAnswer({ pledge, standing, payments }: StandingPledge, ventureName: string): PledgeAnswer {
  const { stripe: _, ...facts } = pledge
  const paid = payments.map(({ stream, key, day, gross, currency }) => ({ entry: entryId(stream, key), day, amount: gross, currency }))
  return { ...facts, ventureName, ...standing, payments: paid }
}

/** What is pledged for the running month and not paid; a pledge whose currency has no rate counts as a pledge and adds no money. */
async function pledged(parts: Parts, book: Book): Promise<Pledged> {
  const { standing } = await pledgeFacts(parts, book)
  const today = todayOf(book, parts.clock)
  const owed = standing.filter((one) => isOwedIn(one.standing, monthOf(today)))
  const own = await parts.storage.ownRates(book.id)
  const rates = converter({ home: book.homeCurrency, table: parts.rates, own })
  const month = owed.reduce((sum, { pledge }) => sum + (rates.rate(pledge.currency, today, false)?.convert(monthlyShare(pledge)) ?? 0), 0)
  return { month, pledges: owed.length, atRisk: owed.filter((one) => one.standing.state === 'at-risk').length }
}
