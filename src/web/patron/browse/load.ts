import { browseQuery } from '#web/api/public-client.ts'
import { giftStore } from '../gift.ts'
import { browseView } from '../paths.ts'
import type { PatronContext } from '../route.ts'
import { pageAsked } from './asked.ts'

/** Reads the first page of cards. */
export function loadBrowse({ client, search }: PatronContext): Promise<unknown> {
  return client.fetchQuery(browseQuery(pageAsked(browseView(search), giftStore.read(), 0)))
}
