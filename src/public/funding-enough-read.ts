import { z } from 'zod'
import { PublicVenture, PublicWay } from '#contract/public.ts'
import { ProblemError } from '#http/problem.ts'
import { atMost, fitting, readJson, type Filling, type Reading } from './funding-draft.ts'

const File = z.object({ enough: z.string().startsWith('1.'), ventures: z.array(z.unknown()).min(1) })
/** Each part by itself: a file of a newer version or of another program is taken as far as it fits. */
const parts = PublicVenture.shape

/** Fills a page from the first venture of an `enough.json`, or from one venture's own file. Its money and its needs are not taken. */
export function draftFromEnoughJson(source: string, { currency, today }: Filling): Reading {
  const notes: string[] = []
  const value = readJson(source, 'enough.json')
  const file = File.safeParse(value)
  const [venture] = file.success ? atMost(file.data.ventures, 1, { notes, what: 'ventures' }) : [value]
  if (typeof venture !== 'object' || venture === null || !('title' in venture)) {
    throw new ProblemError(400, 'Failed to read enough.json: it tells of no venture. Choose another file.')
  }
  const said = venture as Record<string, unknown>
  const get = <K extends keyof typeof parts>(name: K): z.output<(typeof parts)[K]> | undefined => {
    const read = parts[name].safeParse(said[name])
    return read.success ? (read.data as z.output<(typeof parts)[K]>) : undefined // its own shape's
  }
  const peers = get('overflow') ?? []
  const ways = waysOf(said['ways'], notes)
  const reading = fitting(
    {
      title: said['title'],
      maker: said['maker'],
      summary: said['summary'],
      text: said['text'],
      tags: said['tags'],
      link: said['link'],
      suggested: get('currency') === currency ? said['suggested'] : undefined,
      ways: ways.map((way) => (way.kind === 'bank' ? { ...way, since: today, consent: false } : way)),
      contact: said['contact'],
      updates: said['updates'],
      packages: said['packages'],
      overflow: peers.length > 0 ? { on: false, peers } : undefined,
      funding: said['funding'],
    },
    notes,
  )
  if (ways.some(({ kind }) => kind === 'bank'))
    reading.notes.push('The bank account was filled in without your consent to publish it: check it and give it.')
  return reading
}

function waysOf(said: unknown, notes: string[]): PublicWay[] {
  const ways = (Array.isArray(said) ? said : []).slice(0, 100).flatMap((each) => PublicWay.safeParse(each).data ?? [])
  const left = Array.isArray(said) ? said.length - ways.length : 0
  if (left > 0)
    notes.push(left === 1 ? 'One way to pay was left out: it does not fit.' : `${left} ways to pay were left out: they do not fit.`)
  return atMost(ways, 8, { notes, what: 'ways to pay' })
}
