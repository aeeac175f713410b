import type { Platform } from '../read.ts'
import { bandcampSales } from './sales.ts'

export const bandcamp: Platform = { id: 'bandcamp', name: 'Bandcamp', streamKind: 'sales', readers: [bandcampSales] }
