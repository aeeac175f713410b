import type { Platform } from '../read.ts'
import { chartsReader } from './charts.ts'
import { patronReaders } from './patrons.ts'
import { reportReaders } from './report.ts'
import { PLATFORM } from './words.ts'

export const liberapay: Platform = {
  id: PLATFORM,
  name: 'Liberapay',
  streamKind: 'patronage',
  readers: [...patronReaders, chartsReader, ...reportReaders],
}
