import type { Stream, Venture } from '#domain/book.ts'
import { routesOf, type Routes } from '#domain/stream-route.ts'
import type { Account, Platform } from '#platforms/read.ts'
import type { BookWriter, ImportRecord } from '#storage/storage.ts'
import { ANY_CSV, signatureOf, type ReadFile, type RequestedFile } from './import-read.ts'
import { notThere } from '#http/problem.ts'

type Wish = RequestedFile['destinations'][number]

/** Where the lines of one account of a file go. */
export interface Destination {
  account: Account
  /** Under which name the account is remembered for its next file. */
  source: string
  stream: Stream
  /** The stream in which they count: another one where the user merged the two. */
  shown: Stream
  venture: Venture
  /** Whether this import makes the stream. */
  isNew: boolean
}

export interface DestinationQuestion {
  content: ReadFile
  file: RequestedFile
  account: Account
}

export interface Destinations {
  /** Throws a problem for a stream or venture that is wished for and not there. */
  of(question: DestinationQuestion): Promise<Destination>
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * Finds the stream of every account of a batch's files: the one that is wished for by id or by name, else the one that the
 * account fed before, be it by another of its names, else the one that holds the user's changes to its lines, else the platform's
 * only one where the file names no account or no file did so far, else one that an undone file left behind, else a new one.
 */
export async function openDestinations(writer: BookWriter): Promise<Destinations> {
  const kept = { ventures: [...(await writer.ventures())], streams: [...(await writer.streams())] }
  const fed = new Set((await writer.sources()).map(({ stream }) => stream))
  const waiting = new Set(kept.streams.filter(({ id }) => !fed.has(id)).map(({ id }) => id))
  const shelf = new Shelf(writer, { ...kept, waiting }, routesOf(await writer.streamRoutes()))
  return {
    async of({ content, file, account }) {
      const { platform } = content
      const source = platform.id === ANY_CSV ? signatureOf(content.head) : account.id
      const wish = file.destinations.find((one) => one.account === account.id) ?? file.destinations.find((one) => one.account === '')
      const sources = await writer.sources()
      const fed = (await writer.sourceStream(platform.id, source)) ?? streamOfSame(platform, source, sources)
      // An import that was undone is forgotten, but not what the user changed on its lines: they come back to where that sleeps.
      const remembered = fed ?? (await writer.sleepingStream(keysOf(content, account)))
      const plain = plainName(content, account)
      const streamName = platform.id === ANY_CSV ? plain : platform.name
      const naming = { platform, account, plain, streamName, unnamed: source === '', nameless: namelessStreams(sources) }
      const stream = (wish && (await shelf.wished(wish, naming, remembered))) ?? shelf.byId(remembered) ?? (await shelf.usual(naming))
      const found = shelf.placed(stream)
      return { account, source, ...found }
    },
  }
}

/** The only stream that the account feeds by another of its names. */
function streamOfSame({ id, sameAccount }: Platform, account: string, sources: ImportRecord['sources']): number | undefined {
  if (account === '' || !sameAccount) return undefined
  const same = sources.filter((source) => source.platform === id && source.account !== '' && sameAccount(source.account, account))
  const [stream, ...others] = new Set(same.map((source) => source.stream))
  return others.length === 0 ? stream : undefined
}

function namelessStreams(sources: ImportRecord['sources']): Set<number> {
  const named = new Set(sources.filter(({ account }) => account !== '').map(({ stream }) => stream))
  return new Set(sources.flatMap(({ stream }) => (named.has(stream) ? [] : [stream])))
}

async function* keysOf({ batches }: ReadFile, { id }: Account): AsyncGenerator<string> {
  for await (const { account, rows } of batches()) {
    if (account === id) for (const { lines } of rows) for (const { key } of lines) yield key
  }
}

interface Naming {
  platform: Platform
  account: Account
  /** What a new venture is called. */
  plain: string
  /** What a new stream is called: after its platform, or after the file where no platform is known. */
  streamName: string
  /** Whether the file does not say whose money it tells of. */
  unnamed: boolean
  /** Streams of which none of their files said whose money it is: the first that does may tell the same again. */
  nameless: ReadonlySet<number>
}

function plainName({ platform, head }: ReadFile, account: Account): string {
  const fromFile = head.fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '')
  const name = account.name || account.id || (platform.id === ANY_CSV && fromFile) || platform.name
  return name.trim().slice(0, 80)
}

/** Ventures and streams as they stand within the import. */
class Shelf {
  private readonly made = new Set<number>()
  /** The accounts for which this import takes streams that no file gave a name. */
  private readonly owners = new Map<number, string>()
  private readonly writer: BookWriter
  private readonly ventures: Venture[]
  private readonly streams: Stream[]
  /** Streams that no live import feeds. */
  private readonly waiting: Set<number>
  private readonly routes: Routes

  constructor(writer: BookWriter, kept: { ventures: Venture[]; streams: Stream[]; waiting: Set<number> }, routes: Routes) {
    this.writer = writer
    this.ventures = kept.ventures
    this.streams = kept.streams
    this.waiting = kept.waiting
    this.routes = routes
  }

  byId(id: number | undefined): Stream | undefined {
    return this.streams.find((stream) => stream.id === id)
  }

  placed(stream: Stream): { stream: Stream; shown: Stream; venture: Venture; isNew: boolean } {
    const shown = this.byId(this.routes.shown(stream.id)) ?? stream
    const venture = this.ventures.find((one) => one.id === shown.venture)
    if (!venture) throw notThere(`the venture of the stream "${shown.name}"`)
    this.waiting.delete(stream.id)
    return { stream, shown, venture, isNew: this.made.has(stream.id) }
  }

  /** Streams that are not merged into another. */
  private get open(): Stream[] {
    return this.streams.filter(({ id }) => this.routes.shown(id) === id)
  }

  /** The stream that keeps lines for one that is wished for: the one fed before where that is merged into it, as keys are per stream. */
  private keeper(stream: Stream, remembered: number | undefined): Stream {
    const isMerged = remembered !== undefined && this.routes.shown(remembered) === stream.id
    return (isMerged ? this.byId(remembered) : undefined) ?? stream
  }

  /** The stream of a file about which nothing is wished. */
  async usual(naming: Naming): Promise<Stream> {
    const own = this.streams.filter((stream) => stream.platform === naming.platform.id && !stream.archived)
    const [only, ...others] = own.filter(({ id }) => this.routes.shown(id) === id)
    if (only && others.length === 0 && (naming.unnamed || this.mayName(only, naming))) return only
    return this.leftBehind(own, naming, naming.unnamed && !only) ?? this.add(await this.ventureNamed(naming.plain), naming)
  }

  /** Whether an account may be whose money the stream holds: one alone, though a file may tell of several. */
  private mayName({ id }: Stream, { nameless, account }: Naming): boolean {
    const owner = this.owners.get(id) ?? account.id
    if (!nameless.has(id) || owner !== account.id) return false
    this.owners.set(id, owner)
    return true
  }

  /**
   * The only one of these streams that nothing feeds, as its files were undone: what the user said of it, its name, its rates, its
   * merges, kept it. Unless it may be in any venture, it is in the one that the account's first file made.
   */
  private leftBehind(own: readonly Stream[], { plain }: Naming, anywhere: boolean): Stream | undefined {
    const home = this.ventures.find((venture) => same(venture.name, plain))?.id
    const [left, ...others] = own.filter(({ id, venture }) => this.waiting.has(id) && (anywhere || venture === home))
    return others.length === 0 ? left : undefined
  }

  /** The stream that is wished for; undefined for a wish that names nothing. */
  async wished(wish: Wish, naming: Naming, remembered: number | undefined): Promise<Stream | undefined> {
    if (wish.stream !== undefined) return this.keeper(this.byId(wish.stream) ?? gone(`stream ${wish.stream}`), remembered)
    const venture = await this.wishedVenture(wish)
    const inVenture = this.open.filter((stream) => !venture || stream.venture === venture.id)
    const name = wish.streamName
    if (name !== undefined) {
      const named = inVenture.filter((stream) => same(stream.name, name))
      const known = named.find((stream) => stream.platform === naming.platform.id) ?? named[0]
      if (known) return this.keeper(known, remembered)
      const home = venture ?? this.ventureOf(remembered) ?? (await this.ventureNamed(naming.plain))
      return this.add(home, naming, name)
    }
    if (!venture) return undefined
    const fed = inVenture.find((stream) => this.keeper(stream, remembered).id === remembered)
    const [only, ...others] = inVenture.filter((stream) => stream.platform === naming.platform.id)
    return (fed && this.keeper(fed, remembered)) ?? (naming.unnamed && only && others.length === 0 ? only : this.add(venture, naming))
  }

  private async wishedVenture(wish: Wish): Promise<Venture | undefined> {
    if (wish.venture !== undefined) return this.ventures.find((venture) => venture.id === wish.venture) ?? gone(`venture ${wish.venture}`)
    return wish.ventureName === undefined ? undefined : this.ventureNamed(wish.ventureName)
  }

  private ventureOf(stream: number | undefined): Venture | undefined {
    const found = this.byId(stream)
    return found && this.ventures.find((venture) => venture.id === found.venture)
  }

  private async ventureNamed(name: string): Promise<Venture> {
    const known = this.ventures.find((venture) => same(venture.name, name))
    if (known) return known
    const venture = await this.writer.addVenture({ name, work: 'basic', automatic: true })
    this.ventures.push(venture)
    return venture
  }

  private async add(venture: Venture, { platform, account, streamName }: Naming, name?: string): Promise<Stream> {
    const free = name ?? this.freeName(venture, streamName, account)
    const draft = { venture: venture.id, name: free, platform: platform.id, kind: platform.streamKind, automatic: true }
    const stream = await this.writer.addStream(draft)
    this.streams.push(stream)
    this.made.add(stream.id)
    return stream
  }

  private freeName(venture: Venture, name: string, account: Account): string {
    const taken = (text: string): boolean => this.streams.some((stream) => stream.venture === venture.id && same(stream.name, text))
    const owner = account.name || account.id
    const wishes = [name, ...(owner ? [`${name} (${owner})`] : [])]
    for (let number = 2; ; number += 1) {
      const free = wishes.find((wish) => !taken(wish))
      if (free) return free.slice(0, 80)
      wishes.push(`${name} ${number}`)
    }
  }
}

function gone(what: string): never {
  throw notThere(what)
}
