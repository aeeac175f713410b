import { loadBrowse } from './browse/load.ts'
import { loadList } from './list/load.ts'
import { loadPledge } from './pledge/load.ts'
import { loadRemittance } from './remittance/load.ts'
import type { PatronRoute } from './route.ts'
import { loadVenture } from './venture/load.ts'

const readable: readonly PatronRoute[] = [
  { pattern: '/', load: loadBrowse, page: async () => (await import('./browse/page.tsx')).BrowsePage },
  { pattern: '/v/:address', load: loadVenture, page: async () => (await import('./venture/page.tsx')).VenturePage },
  { pattern: '/list', load: loadList, page: async () => (await import('./list/page.tsx')).ListPage },
]

/** Pages about pledges, which only a server can keep. */
const pledged: readonly PatronRoute[] = [
  { pattern: '/giving', load: async () => {}, page: async () => (await import('./giving/page.tsx')).GivingPage },
  { pattern: '/pledge', load: loadPledge, page: async () => (await import('./pledge/page.tsx')).PledgePage },
  { pattern: '/remittance', load: loadRemittance, page: async () => (await import('./remittance/page.tsx')).RemittancePage },
]

/** Every page of the public site by its address; a site of plain files has only what can be read. */
export function patronRoutes(files: boolean): readonly PatronRoute[] {
  return files ? readable : [...readable, ...pledged]
}
