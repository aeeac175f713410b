import type { Platform } from '../read.ts'
import { lemonSqueezyOrders } from './orders.ts'

export const lemonSqueezy: Platform = { id: 'lemon-squeezy', name: 'Lemon Squeezy', streamKind: 'sales', readers: [lemonSqueezyOrders] }
