import type { Publication } from './publication.ts'
import type { PublicVenture, PublicWay } from './public-venture.ts'

/**
 * What a page reveals beyond its single words, as sentences for its owner: what the published parts tell together, and what else
 * comes along with them. In the order in which a reader would weigh it: money, patrons, the owner.
 */
export function reveals(publication: Publication, record: PublicVenture): string[] {
  return [
    ...aboutReach(record),
    ...aboutMoney(record),
    ...aboutPatrons(record),
    ...aboutOverflow(publication, record),
    ...aboutOwner(record),
  ]
}

function aboutReach({ visibility }: PublicVenture): string[] {
  if (visibility === 'public') return ['Anybody can find and copy this page. What was copied stays out there when you withdraw it.']
  return ['Whoever has the address can read the page and pass the address on.']
}

function aboutMoney({ money, carried, needs, history, ways }: PublicVenture): string[] {
  if (money === 'exact') {
    return [
      ...when(carried, 'Net and target together tell how much is missing in a month, to the cent.'),
      ...when(carried?.running, 'The running month is told as it goes: who looks twice a day sees what each payment brought.'),
      ...when(history.length > 1, 'The months side by side show when your income rose and fell.'),
      ...when(carried?.pledged, 'What is pledged and not yet paid is told beside the total.'),
    ]
  }
  if (money === 'hidden' || carried === null) return []
  const priced = needs.length > 1 ? 'The needs are shares of enough: who knows what one of them costs can work out all of them, ' : ''
  return [
    'The percentage changes with the months: who comes back sees your income grow or shrink, in steps of five points.',
    ...when(priced, `${priced}and from the percentage about what comes in.`),
    ...when(
      ways.find(isPage),
      'A page elsewhere may show amounts or numbers of patrons of its own: beside the percentage they tell about what enough is.',
    ),
  ]
}

function aboutPatrons({ money, carried, patrons, history }: PublicVenture): string[] {
  const { count, split, halves, names } = patrons
  const exact = money === 'exact' && (carried !== null || history.length > 0)
  const told = count !== undefined || split !== undefined
  return [
    ...when(exact && told, 'Amounts and the number of patrons together tell the average gift.'),
    ...when(
      money === 'percent' && carried && told,
      'When a patron comes or goes and the percentage moves, it tells about how much one brings.',
    ),
    ...when(
      count === undefined && (split ?? halves),
      'The groups add up to the number of all patrons, although that is not shown by itself.',
    ),
    ...when(split?.peopleNet !== undefined, 'The groups and their amounts tell what a person and what an organisation gives on average.'),
    ...when(halves, 'That half of the money comes from a few tells how large the largest gifts are.'),
    ...when(names.length > 0, `${named(names.length)} by their own consent; search engines remember names.`),
  ]
}

function aboutOverflow({ overflow }: Publication, record: PublicVenture): string[] {
  const here = record.overflow.length
  return [
    ...when(here, 'That it points to others tells that you had enough in two of the last three months.'),
    ...when(here && here < overflow.peers.length, 'One or more of the others you named are not public on this site, and are left out.'),
  ]
}

function aboutOwner({ contact, ways, funding, packages }: PublicVenture): string[] {
  const account = ways.find((way) => way.kind === 'bank')
  return [
    ...when(contact, `Your legal name, ${contact?.legalName}, your e-mail address and your country are on the page and in its files.`),
    ...when(
      account,
      `The bank account shows its holder, ${account?.holder}, and the IBAN, and since when it stands here; an IBAN also names the bank.`,
    ),
    ...when(
      funding,
      `funding.json gives the e-mail address ${funding?.email} and the repository ${funding?.repository} to programs that collect such files.`,
    ),
    ...when(packages.length > 0, 'The packages tie this page to the accounts that publish them.'),
  ]
}

function isPage(way: PublicWay): boolean {
  return way.kind === 'page'
}

function named(count: number): string {
  return count === 1 ? 'One patron is named' : `${count} patrons are named`
}

function when(condition: unknown, sentence: string): string[] {
  return condition ? [sentence] : []
}
