import type { PatronContext } from '../route.ts'
import { lookAgain } from './fresh.ts'
import { listStore } from './list-store.ts'

/** Reads every venture that stands on the list or on its newest approval; one that is gone is told on the page. */
export async function loadList({ client }: PatronContext): Promise<void> {
  const { lines, approvals } = listStore.read()
  const all = new Map([...lines, ...(approvals[0]?.lines ?? [])].map((line) => [line.url, line]))
  await lookAgain(client, [...all.values()], () => undefined)
}
