import type { Platform } from '../read.ts'
import { ddev } from './ddev.ts'
import { sponsorKit } from './sponsor-kit.ts'

/** Lists of sponsors that projects gather from several platforms and publish. */
export const sponsorFeed: Platform = { id: 'sponsor-feed', name: 'Sponsor feed', streamKind: 'patronage', readers: [sponsorKit, ddev] }
