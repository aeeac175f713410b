import { RHYTHMS } from '#domain/pledge.ts'
import {
  count,
  currency,
  day,
  fields,
  flag,
  id,
  isRecord,
  list,
  moment,
  month,
  months,
  nothingOr,
  oneOf,
  text,
  textThat,
  type Check,
} from './fact-form.ts'
import { needsPlan } from './target-storage.ts'

const given = textThat((value) => value !== '')
/** What stands in an address of this server. */
const segment = textThat((value) => /^[a-z0-9-]{1,64}$/.test(value))
/** Addresses become links on a public page, so no other scheme gets in by a book file. */
const isHttps = (value: string) => URL.canParse(value) && new URL(value).protocol === 'https:'
const httpsOrNone = textThat((value) => value === '' || isHttps(value))
const https = textThat(isHttps)

const need = fields(
  {
    venture: id,
    from: month,
    needs: list(fields({ text: given, amount: id, level: oneOf(['bare', 'enough', 'comfortable']) })),
  },
  { plan: needsPlan },
)

const fee = fields({ fixed: count, basisPoints: count })
const iban = textThat((value) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value))
const WAYS: Readonly<Record<string, Check>> = {
  stripe: fields({ kind: text, fee }),
  bank: fields({ kind: text, holder: given, iban, consent: flag, since: day }, { bic: text }),
  page: fields({ kind: text, platform: given, url: https, fee }),
}
const way: Check = (value) => {
  if (!isRecord(value)) return ''
  const check = typeof value['kind'] === 'string' && Object.hasOwn(WAYS, value['kind']) ? WAYS[value['kind']] : undefined
  return check ? check(value) : '.kind'
}

const formerAccount = fields({ holder: given, iban, from: day, until: day })

const publication = fields(
  {
    venture: id,
    visibility: oneOf(['private', 'unlisted', 'public']),
    slug: segment,
    secret: segment,
    since: nothingOr(day),
    title: given,
    maker: text,
    summary: text,
    text,
    tags: list(given),
    link: httpsOrNone,
    money: oneOf(['exact', 'percent', 'hidden']),
    shows: fields({ needs: flag, history: flag, patrons: flag, split: flag, names: flag, pledged: flag }),
    suggested: list(id),
    ways: list(way),
    contact: nothingOr(
      fields({ legalName: given, email: given, country: textThat((value) => /^[A-Z]{2}$/.test(value)), privacy: given, refunds: given }),
    ),
    updates: list(fields({ id: segment, day, title: given, text })),
    packages: list(textThat((value) => /^pkg:[^\s]+$/i.test(value))),
    overflow: fields({ on: flag, peers: list(fields({ title: given, address: given })) }),
    funding: nothingOr(
      fields({
        entity: oneOf(['individual', 'group', 'organisation', 'other']),
        role: oneOf(['owner', 'steward', 'maintainer', 'contributor', 'other']),
        email: given,
        repository: https,
        licences: list(given),
      }),
    ),
    // Files of older programs have none.
  },
  { formerAccounts: list(formerAccount) },
)

const pledge = fields({
  id: segment,
  venture: id,
  amount: id,
  currency,
  rhythm: oneOf(RHYTHMS),
  months,
  way: oneOf(['stripe', 'bank', 'page']),
  page: httpsOrNone,
  patron: fields({ kind: oneOf(['person', 'organisation']), name: text, email: text }),
  papers: nothingOr(fields({ purchaseOrder: text, vatNumber: text })),
  named: flag,
  made: moment,
  cancelled: nothingOr(moment),
  reference: text,
  stripe: fields({}, { session: text, customer: text, subscription: text }),
  invoice: nothingOr(text),
})

const link = fields({ pledge: segment, stream: id, key: given, paid: flag })
const patron = fields({ patron: given, kind: oneOf(['person', 'organisation']) })

/** The form of each fact of the patron's side, by its name in a book file: never stricter than what the API takes. */
export const PATRONAGE_CHECKS: Readonly<Record<string, Check>> = { need, publication, pledge, link, patron }
