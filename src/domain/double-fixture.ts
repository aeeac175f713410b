import type { Dice } from './dice.ts'
import { isProcessor, sightName, type DoubleKind, type DoubleLine, type FoundDouble, type SameMoney, type Sight } from './double.ts'
import type { Minor } from './money.ts'
import { madeLandings, type LandingMaker, type Place } from './landing-fixture.ts'
import { addDays } from './month.ts'
import { madeUpPayer } from './sample-lines.ts'

/** A book of made-up lines of which the doubles are known. */
export interface DoubledBook {
  lines: DoubleLine[]
  doubles: SameMoney[]
}

export interface BookSize {
  streams: number
  entries: number
  /** Percent of all entries that are the second sight of another. */
  doubled: number
  days: number
}

export const USUAL_SIZE: BookSize = Object.freeze({ streams: 30, entries: 20_000, doubled: 15, days: 1_095 })

const FIRST_DAY = '2022-01-01'
const ROUND_AMOUNTS = [300, 500, 1_000, 2_500] as const
const PLATFORMS = ['ko-fi', 'liberapay', 'github-sponsors', 'gumroad', 'bandcamp', 'open-collective', 'polar', 'etsy']
const PROCESSORS = ['stripe', 'paypal']
/** Units of a currency per 1 EUR, in hundredths. */
const RATES: Readonly<Record<string, number>> = { EUR: 100, USD: 108, GBP: 85 }

interface MadeStream {
  id: number
  platform: string
  currency: string
  /** Whether it tells the amount before the processor's fee. */
  gross: boolean
}

/**
 * Streams of platforms and of processors over some years. Some platforms are connected to a processor, so that all or most of what
 * they tell is there again: 0 to 3 days later, with the fee taken or not, three in ten without a name on either side, some names
 * spelled otherwise, one flow in six converted. A third of all amounts is 3, 5, 10 or 25. Beside each stream's own coincidences, two
 * of a hundred lines get a stranger's payment of the same amount within the same days. Platforms that are not connected and
 * processors pay out what came in, into a bank, Wise or PayPal, where others pay as well.
 */
export function doubledBook(dice: Dice, size: BookSize = USUAL_SIZE): DoubledBook {
  const streams = madeStreams(dice, size.streams)
  const platforms = streams.filter(({ platform }) => !isProcessor(platform))
  const processors = streams.filter(({ platform }) => isProcessor(platform))
  const maker = new Maker(dice, size.days)
  let left = Math.trunc((size.entries * size.doubled) / 100)
  const strangers = Math.trunc(size.entries / 50)
  const originals = size.entries - left - strangers
  const each = Math.trunc(originals / streams.length)
  const connectedStreams = new Set<number>()
  for (const stream of platforms) {
    const converts = dice.between(1, 6) === 1
    const among = processors.filter(({ currency }) => converts || currency === stream.currency)
    const [first, second] = [dice.pick(among), dice.pick(among)]
    const share = dice.pick([100, 100, 95, 60])
    const connected = left > 0
    if (connected) connectedStreams.add(stream.id)
    for (let i = 0; i < each; i++) {
      const line = maker.own(stream)
      if (!connected || left <= 0) continue
      if (!dice.chance(share)) {
        if (share === 60 && second !== first && left > 0) left -= maker.again(line, stream, second)
        continue
      }
      left -= maker.again(line, stream, first)
    }
  }
  for (const stream of processors) for (let i = 0; i < each; i++) maker.own(stream)
  for (let i = 0; i < strangers; i++) maker.stranger(dice.pick(processors))
  const places = placesOf(processors, size.streams)
  const paying = Map.groupBy(
    maker.lines.filter(({ stream }) => !connectedStreams.has(stream)),
    ({ stream }) => stream,
  )
  for (const lines of paying.values()) maker.paidOut(lines, places)
  for (let i = 0; i < strangers / 2; i++) maker.customer(dice.pick(places))
  return { lines: maker.lines, doubles: maker.doubles }
}

/** A bank account in EUR, one that holds each currency by itself, and the PayPal accounts. */
function placesOf(processors: readonly MadeStream[], streams: number): Place[] {
  return [
    { stream: streams + 1, platform: 'bank', currency: 'EUR' },
    { stream: streams + 2, platform: 'wise', currency: undefined },
    ...processors.flatMap(({ id, platform, currency }) => (platform === 'paypal' ? [{ stream: id, platform, currency }] : [])),
  ]
}

function madeStreams(dice: Dice, count: number): MadeStream[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    platform: i % 4 === 3 ? dice.pick(PROCESSORS) : dice.pick(PLATFORMS),
    // Every fourth is a processor: there is one for each currency.
    currency: i % 4 === 3 ? (['EUR', 'USD', 'GBP'][(i >> 2) % 3] ?? 'EUR') : dice.pick(['EUR', 'EUR', 'EUR', 'EUR', 'USD', 'GBP']),
    gross: dice.chance(50),
  }))
}

class Maker {
  readonly lines: DoubleLine[] = []
  readonly doubles: SameMoney[] = []
  private readonly dice: Dice
  private readonly days: number

  constructor(dice: Dice, days: number) {
    this.dice = dice
    this.days = days
  }

  /** A payment that one stream tells of. */
  own(stream: MadeStream): DoubleLine {
    const { dice } = this
    const amount = dice.chance(33) ? dice.pick(ROUND_AMOUNTS) : dice.between(200, 12_000)
    return this.put(stream, { amount, day: addDays(FIRST_DAY, dice.between(0, this.days - 4)), payer: dice.between(1, 4_000) })
  }

  /** The same payment as a processor tells it; answers 1, the count of them. */
  again(line: DoubleLine, from: MadeStream, to: MadeStream): 1 {
    const { dice } = this
    const fee = feeOf(line.gross)
    const charged = inCurrency(line.gross, from.currency, to.currency)
    const day = addDays(line.day, dice.between(0, 3))
    const second = this.put(to, { amount: charged, day, payer: 0 })
    if (line.name !== undefined && dice.chance(70)) second.name = dice.chance(5) ? `${line.name.split(' ')[0]} X.` : line.name
    if (!from.gross) {
      // What the platform tells is what was left of it.
      line.gross -= fee
      line.net = line.gross
      line.home = inCurrency(line.net, line.currency, 'EUR')
    }
    const { stream, key } = line
    this.doubles.push({ kind: 'pair', counts: [{ stream, key }], covered: { stream: second.stream, key: second.key } })
    return 1
  }

  /** Somebody else's payment that only looks like one that is there. */
  stranger(to: MadeStream): void {
    const { dice } = this
    const like = dice.pick(this.lines)
    const day = addDays(like.day, dice.between(0, 3))
    this.put({ ...to, currency: like.currency }, { amount: like.gross, day, payer: dice.between(4_001, 9_000) })
  }

  /** What a stream pays out, and where it arrives. */
  paidOut(lines: readonly DoubleLine[], places: readonly Place[]): void {
    const { dice } = this
    const put = ({ net, ...line }: Parameters<LandingMaker['put']>[0]) => this.add({ ...line, at: line.day, gross: net, net })
    this.doubles.push(...madeLandings({ dice, convert: inCurrency, put }, lines, places))
  }

  /** A payment for something else: half of them of the very amount of a payout, some days after it. */
  customer({ stream, platform, currency }: Place): void {
    const { dice } = this
    const like = dice.chance(50) ? this.lineOf(dice.pick(this.doubles.slice(-200)).covered) : dice.pick(this.lines)
    const amount = Math.abs(like.net)
    const day = addDays(like.day, dice.between(0, 5))
    const name = dice.chance(70) ? { name: `${madeUpPayer(dice, 1).name} GmbH` } : {}
    this.add({ stream, platform, day, at: day, kind: 'payment', currency: currency ?? like.currency, gross: amount, net: amount, ...name })
  }

  private lineOf({ key }: Sight): DoubleLine {
    const line = this.lines[Number(key.split(':')[1])]
    if (!line) throw new RangeError('Failed to find a made-up line: its key is not known.')
    return line
  }

  private put(stream: MadeStream, { amount, day, payer }: { amount: Minor; day: string; payer: number }): DoubleLine {
    const { dice } = this
    const fees = isProcessor(stream.platform) ? feeOf(amount) : 0
    const clock = `${String(dice.between(0, 23)).padStart(2, '0')}:${String(dice.between(0, 59)).padStart(2, '0')}:00Z`
    const line = this.add({
      stream: stream.id,
      platform: stream.platform,
      day,
      at: `${day}T${clock}`,
      kind: 'payment',
      currency: stream.currency,
      gross: amount,
      net: amount - fees,
    })
    if (payer > 0 && dice.chance(70)) line.name = `${madeUpPayer(dice, payer).name} ${payer}`
    return line
  }

  private add(line: Omit<DoubleLine, 'key' | 'home'>): DoubleLine {
    const made = { ...line, key: `${line.platform}:${this.lines.length}`, home: inCurrency(line.net, line.currency, 'EUR') }
    this.lines.push(made)
    return made
  }
}

function feeOf(amount: Minor): Minor {
  return Math.trunc((amount * 29) / 1_000) + 30
}

function inCurrency(amount: Minor, from: string, to: string): Minor {
  return from === to ? amount : Math.trunc((amount * (RATES[to] ?? 100)) / (RATES[from] ?? 100))
}

/** The book with only such doubles known. */
export function ofKind({ lines, doubles }: DoubledBook, kind: DoubleKind): DoubledBook {
  return { lines, doubles: doubles.filter((one) => one.kind === kind) }
}

/** How right proposals are. A swap of lines of equal amount and day is no error: no total depends on it. */
export function measured(
  { lines, doubles }: DoubledBook,
  found: readonly FoundDouble[],
): { precision: number; recall: number; wrong: FoundDouble[] } {
  const byName = new Map(lines.map((line) => [sightName(line), line]))
  const alike = (name: string) => {
    const line = byName.get(name)
    return `${line?.stream} ${line?.day} ${line?.currency} ${line?.gross}`
  }
  const truth = new Map<string, number>()
  const pairName = ({ counts, covered }: SameMoney) =>
    `${counts
      .map((one) => alike(sightName(one)))
      .sort()
      .join()}|${alike(sightName(covered))}`
  for (const double of doubles) truth.set(pairName(double), (truth.get(pairName(double)) ?? 0) + 1)
  const wrong: FoundDouble[] = []
  for (const one of found) {
    const left = truth.get(pairName(one)) ?? 0
    if (left > 0) truth.set(pairName(one), left - 1)
    else wrong.push(one)
  }
  const right = found.length - wrong.length
  return { precision: found.length === 0 ? 1 : right / found.length, recall: doubles.length === 0 ? 1 : right / doubles.length, wrong }
}
