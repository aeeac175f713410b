import { Ajv } from 'ajv'
import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { PublicVenture } from '#domain/public-venture.ts'
import { draftFromEnoughJson } from './funding-enough-read.ts'
import { draftFromFundingJson, FundingManifest } from './funding-json-read.ts'
import { fundingJson, manifestUrls } from './funding-json.ts'
import { draftFromFundingYml, fundingYml } from './funding-yml.ts'
import { percentOnly, venture } from './venture-fixture.ts'

const SITE = 'https://enough.example'
const SCHEMAS = new URL('../../../shared/reference/schemas/', import.meta.url)
const schema = new URL('funding.schema.v1.0.0.json', SCHEMAS)
const example = new URL('funding.example.json', SCHEMAS)
const filling = { currency: 'EUR', today: '2026-11-23' }
const NO_FEE = { fixed: 0, basisPoints: 0 }

const funding: PublicVenture['funding'] = {
  entity: 'individual',
  role: 'maintainer',
  email: 'zoe@obtool.example',
  repository: 'https://github.com/zoe/obtool',
  licences: ['MIT'],
}
const ways: PublicVenture['ways'] = [
  { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
  { kind: 'bank', holder: 'Zoë Maker', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', since: '2026-01-10' },
  { kind: 'page', platform: 'GitHub Sponsors', url: 'https://github.com/sponsors/zoe', fee: NO_FEE },
  { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/zoe', fee: { fixed: 30, basisPoints: 790 } },
  { kind: 'page', platform: 'shop.example', url: 'https://shop.example/give?a=b', fee: NO_FEE },
]
const full = venture({ funding, ways, suggested: [500, 1_050] })

/** What the portal asks for beyond the schema. */
function portalTrouble(text: string): string[] {
  const { entity, projects, funding: told } = FundingManifest.parse(JSON.parse(text))
  const raw = JSON.parse(text) as { projects: { webpageUrl: { url: string; wellKnown?: string }; tags: string[] }[] }
  const channels = told.channels.map(({ guid }) => guid)
  const plans = (JSON.parse(text) as { funding: { plans: { guid: string; name: string; description: string; channels: string[] }[] } })
    .funding.plans
  const within = (what: string, value: number, [least, most]: [number, number]) =>
    value < least || value > most ? [`${what}: ${value}`] : []
  return [
    ...within('entity name', entity.name.length, [2, 250]),
    ...within('entity description', entity.description.length, [5, 2000]),
    ...within('projects', projects.length, [1, 30]),
    ...within('channels', channels.length, [1, 10]),
    ...within('plans', plans.length, [1, 10]),
    ...within('channels that differ', new Set(channels).size, [channels.length, channels.length]),
    ...channels.flatMap((guid) => within(`channel ${guid}`, guid.length, [3, 32])),
    ...plans.flatMap((plan) => [
      ...within('plan guid', plan.guid.length, [3, 32]),
      ...within('plan name', plan.name.length, [3, 250]),
      ...within('plan description', plan.description.length, [5, 2000]),
      ...plan.channels.filter((guid) => !channels.includes(guid)),
    ]),
    ...projects.flatMap((project) => [
      ...within('project guid', project.guid.length, [3, 32]),
      ...within('project description', project.description.length, [5, 2000]),
      ...within('licences', project.licenses.length, [1, 5]),
      ...within('tags', project.tags.length, [1, 10]),
    ]),
    ...raw.projects.flatMap(({ webpageUrl: { url, wellKnown } }) => {
      if (new URL(url).host === new URL(SITE).host) return []
      return wellKnown && new URL(wellKnown).host === new URL(url).host ? [] : [`${url} is not vouched for`]
    }),
  ]
}

const word = fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.trim())
const anyVenture = fc
  .record({
    address: fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,19})?$/),
    title: word.filter((text) => text !== ''),
    maker: word,
    summary: word,
    tags: fc.array(
      word.filter((text) => text !== ''),
      { maxLength: 10 },
    ),
    link: fc.constantFrom('', 'https://obtool.example/', `https://long.example/${'x'.repeat(400)}`),
    ways: fc.subarray(ways),
    suggested: fc.array(fc.integer({ min: 1, max: 9_999_999 }), { maxLength: 4 }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  })
  .map((change) => venture({ ...change, funding }))

describe('funding.json', () => {
  test.skipIf(!existsSync(schema))('is valid by the schema and by the portal’s rules, whatever the venture says', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
    fc.assert(
      fc.property(anyVenture, (any) => {
        const text = fundingJson(any, SITE) ?? ''
        expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([])
        expect(portalTrouble(text)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('is there only where its owner gave what it asks for, and then its address is vouched for', () => {
    expect(fundingJson(venture(), SITE)).toBeUndefined()
    expect(manifestUrls([venture({ address: 'a' }), venture({ address: 'b', funding })], SITE)).toBe(`${SITE}/v/b/funding.json\n`)
  })

  test('tells amounts beside exact money only', () => {
    const plans = (text = '') => (JSON.parse(text) as { funding: { plans: { amount: number }[] } }).funding.plans
    expect(plans(fundingJson(full, SITE)).map(({ amount }) => amount)).toEqual([5, 10.5, 0, 0])
    expect(plans(fundingJson(percentOnly(65, { funding, ways }), SITE)).map(({ amount }) => amount)).toEqual([0, 0])
    expect(fundingJson(full, SITE)).not.toMatch(/65000|100000|650|income/)
  })

  test('what was written is read again', () => {
    const { draft, notes } = draftFromFundingJson(fundingJson(full, SITE) ?? '', filling)
    expect(draft).toEqual({
      title: 'Obtool',
      maker: 'by its maintainer',
      summary: 'Turns notes into outlines.',
      tags: ['software', 'writing'],
      link: 'https://obtool.example',
      suggested: [500, 1_050],
      ways: [
        { kind: 'page', platform: 'enough.example', url: `${SITE}/v/obtool`, fee: NO_FEE },
        { kind: 'bank', holder: 'Zoë Maker', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', consent: false, since: '2026-11-23' },
        ...ways.slice(2),
      ],
      funding,
    })
    expect(notes).toEqual(['The bank account was filled in without your consent to publish it: check it and give it.'])
  })

  test.skipIf(!existsSync(example))('its own example is read, with what does not fit told', () => {
    const { draft, notes } = draftFromFundingJson(readFileSync(example, 'utf8'), { ...filling, currency: 'USD' })
    expect(draft).toMatchObject({ title: 'Zombo App (demo)', suggested: [25_000, 100_000], funding: { licences: ['AGPL-3.0'] } })
    expect(draft.ways).toEqual([{ kind: 'page', platform: 'example.com', url: 'https://example.com/payme/@myid', fee: NO_FEE }])
    expect(notes.join(' ')).toMatch(/1 more projects.*history.*kind bank/)
  })

  test.each(['', '[]', '{}', '{"entity":{}}', '<html>'])('%s is refused in a sentence', (text) => {
    expect(() => draftFromFundingJson(text, filling)).toThrow(/^Failed to read funding\.json: .+\. .+\.$/)
  })

  test('addresses that are none are never taken', () => {
    const hostile = structuredClone(JSON.parse(fundingJson(full, SITE) ?? '')) as Record<string, never>
    const text = JSON.stringify(hostile)
      .replaceAll('https://shop.example/give?a=b', 'javascript:alert(1)')
      .replaceAll('https://ko-fi.com/zoe', 'http://ko-fi.com/zoe')
    const { draft, notes } = draftFromFundingJson(text, filling)
    expect(draft.ways).toHaveLength(3)
    expect(notes.join(' ')).toContain('an address begins with https://')
  })
})

describe('FUNDING.yml', () => {
  test('names known platforms by their handles and the rest by their addresses', () => {
    expect(parse(fundingYml(full, SITE))).toEqual({
      github: 'zoe',
      ko_fi: 'zoe',
      custom: [`${SITE}/v/obtool`, 'https://shop.example/give?a=b'],
    })
  })

  test('what was written is read again', () => {
    const { draft, notes } = draftFromFundingYml(fundingYml(full, SITE))
    expect(draft).toEqual({
      ways: [...ways.slice(2, 4), { kind: 'page', platform: 'enough.example', url: `${SITE}/v/obtool`, fee: NO_FEE }, ways[4]],
    })
    expect(notes).toEqual([])
  })

  test('is read as people write it', () => {
    const text = `# These are supported funding model platforms
github: [zoe, "octo-cat"] # up to 4
patreon:
open_collective: obtool
ko_fi: null
otechie: zoe
liberapay: ../../etc
custom: ['https://www.paypal.me/zoe', shop.example, 'http://plain.example', 'javascript:alert(1)']
`
    const { draft, notes } = draftFromFundingYml(text)
    expect(draft.ways?.map((way) => way.kind === 'page' && way.url)).toEqual([
      'https://github.com/sponsors/zoe',
      'https://github.com/sponsors/octo-cat',
      'https://opencollective.com/obtool',
      'https://www.paypal.me/zoe',
      'https://shop.example',
    ])
    expect(notes).toHaveLength(4)
  })

  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`
  test.each([['- a'], ['just text'], [''], ['{ a: ['], [bomb], ['x'.repeat(70_000)]])('what is none is refused in a sentence', (text) => {
    expect(() => draftFromFundingYml(text)).toThrow(/^Failed to read FUNDING\.yml: .+\. .+\.$/)
  })
})

describe('enough.json', () => {
  test('fills all but the money, and never gives consent for a bank account', () => {
    const file = { enough: '1.0', name: 'Zoë', url: SITE, lens: 'smoothed', ventures: [full, venture()] }
    const { draft, notes } = draftFromEnoughJson(JSON.stringify(file), filling)
    expect(draft).toMatchObject({ title: 'Obtool', text: 'Free software **since 2015**.', suggested: [500, 1_050], funding })
    expect(draft.ways?.map((way) => (way.kind === 'bank' ? way.consent : way.kind))).toEqual(['stripe', false, 'page', 'page', 'page'])
    expect(draft).not.toHaveProperty('money')
    expect(notes.join(' ')).toMatch(/1 more ventures.*consent/)
  })

  test('what does not fit is left out and told', () => {
    const odd = { ...full, title: 'x'.repeat(300), link: 'http://plain.example', ways: [{ kind: 'coins' }, ways[3]], tags: 'none' }
    const { draft, notes } = draftFromEnoughJson(JSON.stringify(odd), filling)
    expect(draft).toMatchObject({ maker: 'by its maintainer', ways: [ways[3]] })
    expect(Object.keys(draft)).not.toContain('title')
    expect(notes.join(' ')).toMatch(/One way to pay.*The title.*The tags.*The link/)
  })

  test.each(['', 'null', '[1]', '{"enough":"1.0","ventures":[]}', '{"enough":"1.0","ventures":[5]}'])(
    '%s is refused in a sentence',
    (text) => {
      expect(() => draftFromEnoughJson(text, filling)).toThrow(/^Failed to read enough\.json: .+\. .+\.$/)
    },
  )
})
