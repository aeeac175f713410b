import { Hono } from 'hono'
import { openApi } from '#contract/openapi.ts'
import { everyPath, type RouteName } from '#contract/every-path.ts'
import { aboutHandlers } from './about.ts'
import { agreedHandlers } from './agreed.ts'
import { bookHandlers } from './book.ts'
import { checkInHandlers } from './check-in.ts'
import { crowdHandlers } from './crowd.ts'
import { doubleHandlers } from './double.ts'
import { entryHandlers } from './entry.ts'
import { entryDeleteHandlers } from './entry-delete.ts'
import { exportHandlers } from './export.ts'
import { figureHandlers } from './figure.ts'
import { fileHandlers } from './file.ts'
import { fillHandlers } from './fill.ts'
import { followedHandlers } from './followed.ts'
import { guard, secured } from './guard.ts'
import { createGeneration, handle, type Generation, type Handler, type Handlers } from './handle.ts'
import { hourHandlers } from './hours.ts'
import { importHandlers } from './import.ts'
import { incomeHandlers } from './income.ts'
import { knownPatronHandlers } from './known-patrons.ts'
import { monthChangeHandlers } from './month-change.ts'
import { monthViewHandlers } from './month-view.ts'
import { outlookHandlers } from './outlook.ts'
import type { Parts } from './parts.ts'
import { planHandlers } from './plan.ts'
import { patronListHandlers } from './patron-lists.ts'
import { pledgeHandlers } from './pledge.ts'
import { ProblemError, problemResponse, unforeseen } from '#http/problem.ts'
import { publicationHandlers } from './publication.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { rateHandlers } from './rate.ts'
import { sharingHandlers } from './sharing.ts'
import { streamHandlers } from './stream.ts'
import { streamRouteHandlers } from './stream-route.ts'
import { targetHandlers } from './target.ts'
import { taxHandlers } from './tax.ts'
import { timeHandlers } from './time.ts'
import { ventureHandlers } from './venture.ts'
import { ventureTargetHandlers } from './venture-target.ts'

/** Every route of the contract has its handler here, or this does not compile. */
function allHandlers(parts: Parts, generation: Generation, publisher: Publisher): Handlers {
  const [income, streams, ventures, pledges] = [incomeHandlers(parts), streamHandlers(parts), ventureHandlers(parts), pledgeHandlers(parts)]
  const [change, crowd, ahead, time] = [monthChangeHandlers(parts), crowdHandlers(parts), outlookHandlers(parts), timeHandlers(parts)]
  return {
    ...aboutHandlers(parts),
    ...agreedHandlers(parts),
    ...bookHandlers(parts, generation),
    ...checkInHandlers(parts),
    ...crowd,
    ...doubleHandlers(parts, generation),
    ...entryHandlers(parts),
    ...entryDeleteHandlers(parts),
    ...exportHandlers(parts),
    ...figureHandlers(parts),
    ...fileHandlers(parts),
    ...fillHandlers(parts),
    ...followedHandlers(parts),
    ...hourHandlers(parts),
    ...importHandlers(parts),
    ...income,
    ...knownPatronHandlers(parts),
    ...change,
    ...monthViewHandlers(parts, { ...income, ...streams, ...ventures, ...change, ...crowd, ...time, ...pledges, ...ahead }),
    ...ahead,
    ...planHandlers(parts),
    ...patronListHandlers(parts),
    ...pledges,
    ...publicationHandlers(parts, publisher),
    ...rateHandlers(parts),
    ...sharingHandlers(parts, publisher),
    ...streams,
    ...streamRouteHandlers(parts),
    ...targetHandlers(parts),
    ...taxHandlers(parts),
    ...time,
    ...ventures,
    ...ventureTargetHandlers(parts),
  }
}

/** Answers a request for something that is not the API: the page and its files. */
export type Pages = (request: Request) => Promise<Response | undefined>

/**
 * The whole app: a request comes in, a response goes out. It runs on a server, in a page and in a test alike; `pages`, where
 * given, answers what is not the API. After every change `publisher` brings the public pages up to date, behind the answer.
 */
export function createApp(parts: Parts, pages?: Pages, publisher: Publisher = createPublisher(parts)): Hono {
  const app = new Hono()
  const generation = createGeneration(parts.newId(), publisher.forget)
  parts.jobs.onImported(() => void publisher.refresh())
  app.use(secured)
  // In the page there is no network: nothing can come from elsewhere, and its own requests name no host.
  if (!parts.program.inPage) app.use(guard)
  app.use('/api/v1/*', async (c, next) => {
    await next()
    if (c.req.method !== 'GET' && c.res.ok) void publisher.refresh()
  })
  app.get('/api/health', (c) => c.json({ status: 'ok', version: parts.program.version }))
  app.get('/api/openapi.json', (c) => c.json(openApi(parts.program.version)))
  const handlers = allHandlers(parts, generation, publisher)
  for (const name of Object.keys(everyPath) as RouteName[]) {
    // A handler fits its own name; the loop only cannot say so for all names at once.
    handle({ app, parts, generation }, name, handlers[name] as Handler<RouteName>)
  }
  app.notFound(async (c) => {
    const page = c.req.path.startsWith('/api/') ? undefined : await pages?.(c.req.raw)
    return page ?? problemResponse(unknownRoute(c.req.method, c.req.path))
  })
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(error)
    parts.log(`${c.req.method} ${c.req.path} failed.`, error)
    return problemResponse(unforeseen())
  })
  return app
}

const patterns = Object.values(everyPath).map(([method, path]) => ({
  method,
  path: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

function unknownRoute(method: string, path: string): ProblemError {
  const methods = patterns.filter((pattern) => pattern.path.test(path)).map((pattern) => pattern.method)
  if (methods.length === 0) return new ProblemError(404, `Failed to find ${path}: there is nothing at this address. See /api/openapi.json.`)
  return new ProblemError(405, `Failed to ${method} ${path}: this address does not take it. Use ${[...new Set(methods)].join(' or ')}.`)
}
