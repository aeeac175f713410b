import type { Day } from './month.ts'
import type { BankWay, FormerAccount, Publication, Way } from './publication.ts'

type Page = Pick<Publication, 'visibility' | 'ways'>

/** Accounts that strangers can see: by the owner's consent, and while the page is not private. */
export function publishedAccounts({ visibility, ways }: Page): BankWay[] {
  return visibility === 'private' ? [] : ways.filter((way): way is BankWay => way.kind === 'bank' && way.consent)
}

/**
 * What is said of a page after a change of a day, with the days that are not the owner's to say: since when each account stands, and
 * every account that stood on the page and does so no more. An account is its holder and its IBAN, in electronic form.
 */
export function withDatedAccounts(after: Page, before: Publication, today: Day): { ways: Way[]; formerAccounts: FormerAccount[] } {
  const [was, is] = [publishedAccounts(before), publishedAccounts(after)]
  const ways = after.ways.map((way): Way => (way.kind === 'bank' ? { ...way, since: sinceOf(way) } : way))
  const ended = was.filter((way) => !is.some((other) => isSame(way, other)))
  const former = ended.map(({ holder, iban, since }) => ({ holder, iban, from: since, until: today }))
  return { ways, formerAccounts: [...before.formerAccounts, ...former] }

  function sinceOf(way: BankWay): Day {
    const isShown = is.includes(way)
    const stood = was.find((other) => isSame(way, other))
    if (isShown && stood) return stood.since
    // An account that stood there once begins anew; one that never did keeps the day on which it was written down.
    const isBack = isShown && before.formerAccounts.some((other) => isSame(way, other))
    const known = before.ways.find((other): other is BankWay => other.kind === 'bank' && isSame(way, other))
    return known && !isBack && known.consent === way.consent ? known.since : today
  }
}

function isSame(a: Pick<BankWay, 'holder' | 'iban'>, b: Pick<BankWay, 'holder' | 'iban'>): boolean {
  return a.holder === b.holder && a.iban === b.iban
}
