import { loadAddIncome } from '#web/add-income/load.ts'
import { loadDoubles } from '#web/doubles/load.ts'
import { loadImport } from '#web/import/load.ts'
import { loadLedger } from '#web/ledger/load.ts'
import { loadMonth } from '#web/month/load.ts'
import { loadNeeds } from '#web/needs/load.ts'
import { loadOutlook } from '#web/outlook/load.ts'
import { loadPatrons } from '#web/patrons/load.ts'
import { loadPledges } from '#web/pledges/load.ts'
import { loadPublicPage } from '#web/publish/load.ts'
import { loadSharing } from '#web/sharing/load.ts'
import { loadSettings } from '#web/settings/load.ts'
import { loadStream, loadStreams } from '#web/streams/load.ts'
import { loadTarget } from '#web/target/load.ts'
import { loadTime } from '#web/time/load.ts'
import type { Route } from './route.ts'

/** The page that stands everywhere as long as there is no book. */
export const firstStart = async () => (await import('#web/first-start/page.tsx')).FirstStartPage

/** Every page of a book by its address. Loaders are here from the start, so that data and code of a page are fetched at once. */
export const routes: readonly Route[] = [
  { pattern: '/', load: loadMonth, page: async () => (await import('#web/month/page.tsx')).MonthPage },
  { pattern: '/month/:month', load: loadMonth, page: async () => (await import('#web/month/page.tsx')).MonthPage },
  { pattern: '/streams', load: loadStreams, page: async () => (await import('#web/streams/page.tsx')).StreamsPage },
  { pattern: '/streams/:stream', load: loadStream, page: async () => (await import('#web/streams/stream-page.tsx')).StreamPage },
  { pattern: '/patrons', load: loadPatrons, page: async () => (await import('#web/patrons/page.tsx')).PatronsPage },
  { pattern: '/outlook', load: loadOutlook, page: async () => (await import('#web/outlook/page.tsx')).OutlookPage },
  { pattern: '/time', load: loadTime, page: async () => (await import('#web/time/page.tsx')).TimePage },
  { pattern: '/ledger', load: loadLedger, page: async () => (await import('#web/ledger/page.tsx')).LedgerPage },
  { pattern: '/target', load: loadTarget, page: async () => (await import('#web/target/page.tsx')).TargetPage },
  { pattern: '/ventures/:venture/needs', load: loadNeeds, page: async () => (await import('#web/needs/page.tsx')).NeedsPage },
  { pattern: '/ventures/:venture/page', load: loadPublicPage, page: async () => (await import('#web/publish/page.tsx')).PublicPage },
  { pattern: '/sharing', load: loadSharing, page: async () => (await import('#web/sharing/page.tsx')).SharingPage },
  { pattern: '/pledges', load: loadPledges, page: async () => (await import('#web/pledges/page.tsx')).PledgesPage },
  { pattern: '/add', load: loadAddIncome, page: async () => (await import('#web/add-income/page.tsx')).AddIncomePage },
  { pattern: '/import', load: loadImport, page: async () => (await import('#web/import/page.tsx')).ImportPage },
  { pattern: '/doubles', load: loadDoubles, page: async () => (await import('#web/doubles/page.tsx')).DoublesPage },
  { pattern: '/settings', load: loadSettings, page: async () => (await import('#web/settings/page.tsx')).SettingsPage },
]
