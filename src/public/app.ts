import { Hono } from 'hono'
import { publicPaths, type PublicRouteName } from '#contract/public-paths.ts'
import { ProblemError, problemResponse, unforeseen } from '#http/problem.ts'
import { browseHandlers } from './browse-handler.ts'
import { handle, type PublicHandler, type PublicHandlers } from './handle.ts'
import { keepReplies } from './kept-replies.ts'
import type { PublicParts } from './parts.ts'
import { missingReply, replyAt } from './pages.ts'
import { pledgeHandlers } from './pledge.ts'
import { remittanceHandlers } from './remittance.ts'
import { secured, send } from './reply.ts'
import { siteHandlers } from './site.ts'
import { stripeWebhookHandlers } from './stripe-webhook.ts'

function allHandlers(parts: PublicParts): PublicHandlers {
  return {
    ...browseHandlers(parts),
    ...siteHandlers(parts),
    ...pledgeHandlers(parts),
    ...remittanceHandlers(parts),
    ...stripeWebhookHandlers(parts),
  }
}

/**
 * The whole public app: a request comes in, a response goes out, on a server, in a page and in a test alike. It reads and sets no
 * cookie: who holds a signed link says so in a header.
 */
export function createPublicApp(parts: PublicParts): Hono {
  const app = new Hono()
  const kept = keepReplies(parts)
  const handlers = allHandlers(parts)
  for (const name of Object.keys(publicPaths) as PublicRouteName[]) {
    // A handler fits its own name; the loop only cannot say so for all names at once.
    handle({ app, parts, kept }, name, handlers[name] as PublicHandler<PublicRouteName>)
  }
  app.get('*', async (c, next) => {
    const { path } = c.req
    if (path.startsWith('/api/')) return next()
    const known = kept.get(path)
    if (known) return send(known, c.req.header('if-none-match'))
    const stamp = kept.stamp()
    const reply = await replyAt(parts, path)
    if (!reply) return next()
    kept.put(path, reply, stamp)
    return send(reply, c.req.header('if-none-match'))
  })
  app.notFound((c) => {
    const { path, method } = c.req
    const page = path.startsWith('/api/') || (method !== 'GET' && method !== 'HEAD') ? undefined : missingReply(parts)
    return page ? send(page, undefined) : secured(problemResponse(unknownRoute(method, path)), 'own')
  })
  app.onError((error, c) => {
    if (error instanceof ProblemError) return secured(problemResponse(error), 'own')
    // The address may name an unlisted page, and a log is read by others.
    parts.log(`${c.req.method} of a public address failed.`, error)
    return secured(problemResponse(unforeseen()), 'own')
  })
  return app
}

const patterns = Object.values(publicPaths).map(([method, path]) => ({
  method,
  path: new RegExp(`^/api/public/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

function unknownRoute(method: string, path: string): ProblemError {
  const methods = patterns.filter((pattern) => pattern.path.test(path)).map((pattern) => pattern.method)
  if (methods.length === 0)
    return new ProblemError(404, `Failed to find ${path}: there is nothing at this address. Begin at the first page.`)
  return new ProblemError(405, `Failed to ${method} ${path}: this address does not take it. Use ${[...new Set(methods)].join(' or ')}.`)
}
