import type { Platform } from '../read.ts'
import { polarIncome } from './income.ts'
import { polarOrders } from './orders.ts'
import { polarPayout } from './payout.ts'

export const polar: Platform = { id: 'polar', name: 'Polar', streamKind: 'sales', readers: [polarIncome, polarPayout, polarOrders] }
