import { useSend } from '#web/api/use-send.ts'
import type { StreamChoice } from './stream-choice.ts'

/** Answers with the id of the stream that was chosen, and makes it, and its venture, where it is new. Throws what the server says. */
export function useChosenStream(book: string): (choice: StreamChoice) => Promise<number> {
  const { mutateAsync: createVenture } = useSend('createVenture')
  const { mutateAsync: createStream } = useSend('createStream')
  return async ({ stream, streamName, venture, ventureName }) => {
    if (typeof stream === 'number') return stream
    const params = { book }
    const home = venture === 'new' ? (await createVenture({ params, body: { name: ventureName.trim() } })).id : venture
    return (await createStream({ params, body: { name: streamName.trim(), venture: home } })).id
  }
}
