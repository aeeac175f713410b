import type { Platform } from '../read.ts'
import { kdpRoyalties } from './royalties.ts'

export const kdp: Platform = { id: 'kdp', name: 'Amazon KDP', streamKind: 'royalty', readers: [kdpRoyalties] }
