import type { Platform } from '../read.ts'
import { adSenseActivity } from './adsense.ts'
import { studioDays } from './studio.ts'

/** One platform: what Studio estimates by day is what AdSense states by month, and each is counted once. */
export const youTube: Platform = { id: 'youtube', name: 'YouTube', streamKind: 'royalty', readers: [studioDays, adSenseActivity] }
