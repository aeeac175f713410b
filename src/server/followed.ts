import { ProblemError, unfit } from '#http/problem.ts'
import type { Followed } from '#public/shelf.ts'
import { readFollowed, type Told } from './followed-read.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { followedAnswer } from './sharing.ts'

type Names = 'followAddress' | 'unfollowAddress'
type FollowParts = Pick<Parts, 'square' | 'clock' | 'log'>

/** What an address without a file's name may offer, in the order of asking. */
const FILES = ['enough.json', 'funding.json']

export function followedHandlers(parts: FollowParts): Handlers<Names> {
  const { shelf } = parts.square
  return {
    async followAddress({ body: { url } }) {
      if (URL.parse(shelf.site().url)?.host === new URL(url).host) throw unfit('url', 'it is this site, whose ventures are shown anyway')
      // Before it is kept: an address that offers nothing is not followed.
      const told = await ask(parts, url)
      const followed = shelf.follow(url)
      keep(parts, followed, told)
      return followedAnswer(shelf.followed().find(({ id }) => id === followed.id) ?? followed)
    },
    async unfollowAddress({ params: { followed } }) {
      if (!shelf.followed().some(({ id }) => id === followed)) {
        throw new ProblemError(404, `Failed to find the address ${followed}: it is not followed. Look at the list of those that are.`)
      }
      shelf.unfollow(followed)
      return null
    },
  }
}

/** Asks every address that is followed what it offers now; to be called once an hour. One that fails keeps what it said before, and why. */
export async function refreshFollowed(parts: FollowParts): Promise<void> {
  const { square, log } = parts
  if (!square.fetchText) return
  for (const followed of square.shelf.followed()) {
    try {
      keep(parts, followed, await ask(parts, followed.url))
    } catch (error) {
      if (!(error instanceof ProblemError)) log(`Asking ${followed.url} failed.`, error)
      const problem = error instanceof ProblemError ? error.message : `Failed to ask ${followed.url}. It is tried again in an hour.`
      square.shelf.putFollowed(followed.id, { at: parts.clock(), problem })
    }
  }
}

/** What an address offers: the file that it names, else the first of the known files beside it. */
async function ask({ square, clock }: FollowParts, url: string): Promise<Told> {
  const { fetchText } = square
  if (!fetchText)
    throw new ProblemError(
      409,
      'Failed to follow the address: here nothing can be fetched from other sites. Follow it from a server of yours.',
    )
  let trouble: unknown
  for (const candidate of filesAt(url)) {
    try {
      const { text, url: from } = await fetchText(candidate)
      return readFollowed(text, { url: from, today: clock().slice(0, 10) })
    } catch (error) {
      // The first file is the one that is wished for: its trouble is told.
      trouble ??= error
    }
  }
  throw trouble
}

function filesAt(text: string): string[] {
  const url = new URL(text)
  if (/\.json$/i.test(url.pathname)) return [url.href]
  const folder = url.pathname.replace(/\/*$/, '/')
  return FILES.map((file) => new URL(folder + file, url.origin).href)
}

/** What was told is kept even where some of it did not fit; that is said beside it. */
function keep({ square, clock }: FollowParts, { id, url }: Followed, { ventures, dropped }: Told): void {
  const at = clock()
  square.shelf.putFollowed(id, { at, ventures: ventures.map((venture) => JSON.stringify(venture)) })
  if (dropped === 0) return
  const of = ventures.length + dropped
  square.shelf.putFollowed(id, {
    at,
    problem: `${dropped} of ${of} ventures at ${url} were left out: they do not fit, or are more than are kept.`,
  })
}
