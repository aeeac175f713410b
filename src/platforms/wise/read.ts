import type { Platform } from '../read.ts'
import { wiseActivity } from './activity.ts'
import { wiseStatement } from './statement.ts'

export const wise: Platform = { id: 'wise', name: 'Wise', streamKind: 'service', readers: [wiseStatement, wiseActivity] }
