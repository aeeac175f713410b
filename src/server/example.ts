import type { Sighting } from '#domain/entry.ts'
import { sampleBook, type Sample, type SampleStream } from '#domain/sample.ts'
import { NO_FACTS, type BookWriter, type ImportFacts } from '#storage/storage.ts'
import { planExample } from './example-plan.ts'
import type { Parts } from './parts.ts'
import { promiseExample } from './promise.ts'
import { todayOf } from './today.ts'

const SEED = 26

/** Makes the example book, up to today in the zone, as if one import had brought it. Nothing of it stays when that fails. */
export async function createExampleBook({ storage, clock }: Parts, id: string, place: { zone: string; locale: string }): Promise<void> {
  const sample = sampleBook({ seed: SEED, today: todayOf(place, clock) })
  await storage.createBook(id, { ...sample.settings, ...place }, true)
  try {
    await storage.write(id, (writer) => writeSample(writer, sample, clock()))
    const book = await storage.book(id)
    if (book) {
      await planExample(storage, book, todayOf(place, clock))
      await promiseExample(storage, book, todayOf(place, clock))
    }
  } catch (error) {
    await storage.deleteBook(id)
    throw error
  }
}

async function writeSample(writer: BookWriter, sample: Sample, savedAt: string): Promise<void> {
  for (const { from, ...levels } of sample.targets) await writer.setTarget(from, levels)
  await writer.setBuffer(sample.buffer)
  const ventures: number[] = []
  for (const { name, work } of sample.ventures) ventures.push((await writer.addVenture({ name, work, automatic: false })).id)
  for (const { venture: index, ...target } of sample.needs) {
    await writer.setVentureTarget({ venture: ventureAt(ventures, index), ...target })
  }
  await writeTime(writer, sample.time, ventures)
  const importing = await writer.beginImport(savedAt)
  const sources: ImportFacts['sources'] = []
  let rows = 0
  for (const { name, venture: index, platform, kind, sightings } of sample.streams) {
    const stream = await writer.addStream({ venture: ventureAt(ventures, index), name, platform, kind, automatic: false })
    await importing.claim(
      stream.id,
      sightings.map((sighting) => keyed(sighting, platform)),
    )
    sources.push({ platform, account: name, stream: stream.id })
    rows += sightings.length
  }
  await importing.finish({ ...FACTS, savedAt, asOf: savedAt, rows, added: rows, sources })
}

async function writeTime(writer: BookWriter, { plan, weeks, joy }: Sample['time'], ventures: readonly number[]): Promise<void> {
  await writer.setTimePlan(plan)
  for (const [index, one] of joy.entries()) await writer.changeVenture(ventureAt(ventures, index), { joy: one })
  for (const { week, lines } of weeks) {
    await writer.setCheckIn({ week, lines: lines.map((line) => ({ ...line, venture: ventureAt(ventures, line.venture) })) })
  }
}

function ventureAt(ventures: readonly number[], index: number): number {
  const venture = ventures[index]
  if (venture === undefined) throw new Error(`Failed to make the example: it has no venture ${index}. Report this.`)
  return venture
}

/** Keys as imports write them, so that a real file of the platform could not meet them by chance. */
function keyed(sighting: Sighting, platform: SampleStream['platform']): Sighting {
  const prefix = `${platform || 'example'}:`
  const { key, tie } = sighting
  return { ...sighting, key: prefix + key, ...(tie === undefined ? {} : { tie: prefix + tie }) }
}

const FACTS = { ...NO_FACTS, batch: 'example', name: 'Example', layout: 'example' }
