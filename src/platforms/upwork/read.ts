import type { Platform } from '../read.ts'
import { upworkTransactions } from './transactions.ts'

export const upwork: Platform = { id: 'upwork', name: 'Upwork', streamKind: 'service', readers: [upworkTransactions] }
