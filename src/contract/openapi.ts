import { z } from 'zod'
import { everyPath, type RouteName } from './every-path.ts'
import { Problem } from './problem.ts'
import { routes, type RouteShape } from './routes.ts'

type Json = Record<string, unknown>
type Components = Record<string, Json>

/** The API as OpenAPI 3.1, derived from the contract alone. */
export function openApi(version: string): Json {
  const components: Components = {}
  const problem = schemaOf(Problem, 'output', components)
  const all: Record<string, Json> = {
    '/api/health': { get: { operationId: 'health', summary: 'Whether it runs', responses: { 200: json('It runs', { type: 'object' }) } } },
  }
  for (const name of Object.keys(everyPath) as RouteName[]) {
    const [method, path] = everyPath[name]
    const address = `/api/v1${path}`
    all[address] = { ...all[address], [method.toLowerCase()]: { operationId: name, ...operation(name, components, problem) } }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Enough', version, description: 'Many small incomes, one good-enough month. All money is in integer minor units.' },
    paths: all,
    components: { schemas: components },
  }
}

function operation(name: RouteName, components: Components, problem: Json): Json {
  const shape: RouteShape = routes[name]
  const { summary, params, query, body, answer } = shape
  const parameters = [...fields(params, 'path', components), ...fields(query, 'query', components)]
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input', components) } } } } : {}),
    ...(name === 'spoolFile' ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      [shape.status ?? (answer === null ? 204 : 200)]: success(answer, components),
      default: { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: problem } } },
    },
  }
}

function success(answer: RouteShape['answer'], components: Components): Json {
  if (answer === null) return { description: 'Done' }
  if (typeof answer === 'string') return { description: 'The file', content: { [answer]: {} } }
  return json('The answer', schemaOf(answer, 'output', components))
}

function json(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } }
}

function fields(shape: z.ZodObject | undefined, place: 'path' | 'query', components: Components): Json[] {
  return Object.entries(shape?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: schemaOf(field as z.ZodType, 'input', components), // an object's fields are types
  }))
}

/** A type as JSON Schema; types with a name go to the components and are pointed at. What is read and what is written may differ. */
function schemaOf(type: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const { $schema: _, $defs, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json
  for (const [name, definition] of Object.entries(($defs ?? {}) as Components)) components[name] ??= pointed(definition) as Json
  return pointed(schema) as Json
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : pointed(inner),
    ]),
  )
}
