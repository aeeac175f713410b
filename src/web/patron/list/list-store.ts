import { stored, useStored } from '../stored.ts'
import type { Approval } from './approval.ts'
import { EMPTY_LIST, keptList, withVenture, type KeptList, type Listed } from './kept-list.ts'

/** The list that this browser keeps. */
export const listStore = stored<KeptList>('enough.list', (value) => keptList(value) ?? EMPTY_LIST)

/** Changes the list; what it was before is handed over, so that changes in a row all count. */
export function changeList(change: (list: KeptList) => KeptList): void {
  listStore.write(change(listStore.read()))
}

/** Changes one approval as it stands now, also where a while has passed since it was shown. */
export function changeApproval(id: string, change: (approval: Approval) => Approval): void {
  changeList((list) => ({ ...list, approvals: list.approvals.map((one) => (one.id === id ? change(one) : one)) }))
}

/** Puts a venture on the list, once. */
export function addToList(venture: Listed): void {
  changeList((list) => withVenture(list, venture))
}

export function useList(): KeptList {
  return useStored(listStore)
}

/** What stands on the list, as it changes. */
export function useListed(): readonly Listed[] {
  return useList().lines
}
