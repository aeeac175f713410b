import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads the steps of the target, and what arrived, to show them beside each other. */
export async function loadTarget({ client, book }: LoadContext): Promise<void> {
  await Promise.all([
    client.fetchQuery(q('targets', { book: book.id })),
    client.fetchQuery(q('targetPlans', { book: book.id })),
    client.fetchQuery(q('ventures', { book: book.id })),
    client.fetchQuery(q('ventureTargets', { book: book.id })),
    client.fetchQuery(q('incomeByMonth', { book: book.id, lens: 'cash' })),
  ])
}
