import type { Platform } from '../read.ts'
import { itchPurchases } from './purchases.ts'

export const itchIo: Platform = { id: 'itch-io', name: 'itch.io', streamKind: 'sales', readers: [itchPurchases] }
