/** What is said of the example's ventures, so that the public pages have something of every kind to show. */

const contact = {
  legalName: 'Ada Berg',
  email: 'ada@example.org',
  country: 'DE',
  privacy: 'What you tell here stays with me, and is gone when you ask for it.',
  refunds: 'Ask within a month, and the money comes back.',
}
const shows = { needs: true, history: true, patrons: true, split: true, names: true, pledged: true }
const account = { kind: 'bank', holder: 'Ada Berg', iban: 'DE89370400440532013000', consent: true, since: '2026-01-01' }
const elsewhere = (platform: string, url: string) => ({ kind: 'page', platform, url, fee: { fixed: 0, basisPoints: 0 } })

/** By the ventures' ids in the example book. */
const PAGES: Record<number, object> = {
  2: {
    maker: 'by its maintainer',
    summary: 'Backups that a person can read. Two releases a year, every bug answered, no telemetry.',
    text: 'A backup that nobody can read is a hope. Obtool writes **plain files**, in an order that a person would choose.',
    tags: ['free software', 'backup'],
    money: 'exact',
    shows,
    suggested: [200, 500, 1500],
    ways: [
      account,
      elsewhere('GitHub Sponsors', 'https://github.com/sponsors/obtool'),
      elsewhere('Liberapay', 'https://liberapay.com/obtool'),
    ],
    packages: ['pkg:npm/obtool'],
    updates: [{ id: 'four', day: '2026-05-02', title: 'Version 4', text: 'Restoring takes half the time.' }],
    contact,
  },
  3: {
    maker: 'by Ada Berg',
    summary: 'Weekly essays on rivers, with the data behind each.',
    tags: ['writing'],
    ways: [account],
    overflow: { on: true, peers: [{ title: 'Choir scores', address: 'choir-scores' }] },
    contact,
  },
  5: {
    maker: 'by Ada Berg',
    summary: 'Free arrangements for amateur choirs.',
    tags: ['music'],
    money: 'exact',
    shows,
    ways: [elsewhere('Ko-fi', 'https://ko-fi.com/choirscores')],
    contact,
  },
}

async function ask(address: string, method: string, body?: object) {
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(address, { method, ...init })
  if (!answer.ok)
    throw new Error(`Failed to make the example's site: ${method} ${address} answered ${await answer.text()}. Look at the server.`)
  return answer.status === 204 ? null : answer.json()
}

export interface ExampleSite {
  /** Of a pledge by an organisation, for `/pledge` and `/remittance`. */
  token: string
  recipientToken: string
}

/** Publishes three ventures of the example book and pledges to one; both addresses end in a slash. */
export async function publishExample({ url, open }: { url: string; open: string }): Promise<ExampleSite> {
  const ofOwner = (method: string, path: string, body?: object) => ask(`${url}api/v1/${path}`, method, body)
  await ofOwner('PATCH', 'site', { url: open.replace(/\/$/, ''), name: 'Ada’s ventures' })
  for (const [venture, change] of Object.entries(PAGES)) {
    const path = `books/example/ventures/${venture}/publication`
    const { venture: _, secret: __, since: ___, ...draft } = await ofOwner('GET', path)
    await ofOwner('PUT', path, { ...draft, visibility: 'public', ...change })
  }
  await opened(open)
  const pledge = { amount: 5000, currency: 'EUR', rhythm: 'monthly', months: 1, way: 'bank', named: true }
  const patron = { kind: 'organisation', name: 'Holt and Daughters', email: '' }
  return ask(`${open}api/public/v1/ventures/obtool/pledges`, 'POST', {
    ...pledge,
    patron,
    papers: { purchaseOrder: 'PO-4711', vatNumber: '' },
  })
}

/** The public pages come up a moment after the first page is published. */
async function opened(open: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${open}api/public/v1/ventures/choir-scores`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Failed to make the example’s site: the public pages did not come up. Look at the server.')
}
