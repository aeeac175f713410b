import type { Stream } from '#contract/stream.ts'

/** A stream of venture 1 for tests, with what matters laid over it. */
export function testStream(id: number, told: Partial<Stream> = {}): Stream {
  return {
    id,
    venture: 1,
    ventureName: 'Obtool',
    name: `S${id}`,
    platform: '',
    platformName: '',
    kind: 'other',
    archived: false,
    months: null,
    bound: null,
    usualBound: 0,
    entries: 0,
    firstDay: null,
    lastDay: null,
    ...told,
  }
}
