import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { agreedPaths, type AgreedRouteName } from '#contract/agreed-paths.ts'
import type { RouteAnswer, RouteBody, RouteParams } from '#contract/routes.ts'
import { filledPath, request } from '#web/api/client.ts'

interface AgreedSending<N extends AgreedRouteName> {
  params: RouteParams<N>
  body?: RouteBody<N>
}

/** A write of agreed income, as `useSend` is of the rest: its addresses are loaded with the card alone. All reads are renewed after it. */
export function useSendAgreed<N extends AgreedRouteName>(name: N): UseMutationResult<RouteAnswer<N>, Error, AgreedSending<N>> {
  return useMutation({
    mutationFn: async ({ params, body }: AgreedSending<N>) => {
      const [method, path] = agreedPaths[name]
      const said = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const response = await request(`/api/v1${filledPath(path, params)}`, { method, ...said })
      // The contract is the server's own word.
      return (response.status === 204 ? null : await response.json()) as RouteAnswer<N>
    },
  })
}
