import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { RouteAnswer } from '#contract/routes.ts'
import { send, type Sending, type WriteName } from './client.ts'

/** A write as a mutation: `const save = useSend('setTarget'); await save.mutateAsync({ params, body })`. All reads are renewed after it. */
export function useSend<N extends WriteName>(name: N): UseMutationResult<RouteAnswer<N>, Error, Sending<N>> {
  return useMutation({ mutationFn: (sending: Sending<N>) => send(name, sending) })
}
