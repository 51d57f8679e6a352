import { z } from 'zod'
import { problemKinds } from '#platform/http/problem.ts'
import type { Language } from '#platform/language.ts'
import { namedSchemas, type Operation } from './operation.ts'
import { paths } from './paths.ts'
import { scopes } from './program.ts'
import { t } from './words.ts'

/** Of the API, not of the program: goes up with every change that a client can notice. */
export const apiVersion = '1.2.0'

type Json = Record<string, unknown>

const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  code: z.string(),
  instance: z.string(),
  errors: z
    .array(
      z.strictObject({
        in: z.enum(['path', 'query', 'body']),
        location: z.string(),
        code: z.string(),
        detail: z.string(),
      }),
    )
    .optional(),
  /** of what may not be sent: the roads that are open to whoever decided */
  roads: z
    .array(z.strictObject({ id: z.string(), name: z.string(), given: z.boolean() }))
    .optional(),
})

type About = {
  /** the address of this server */
  readonly origin: string
  readonly language: Language
  readonly operations: readonly Operation[]
  /** a mail address, if the operator set one */
  readonly contact: string | undefined
}

const schemaAt = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

const versionHeader = {
  'API-Version': {
    description: 'The full version of this API.',
    schema: { type: 'string', examples: [apiVersion] },
  },
}

/**
 * What this server can be asked, made of the same schemas that check the requests and make the answers. JSON
 * Schema as zod writes it is what OpenAPI 3.1 holds, so nothing is translated.
 * source: OpenAPI 3.1.1; NL GOV REST API Design Rules 2.1
 */
export function describeApi({ origin, language, operations, contact }: About): Json {
  const words = t(language).api
  const routes: Record<string, Json> = {}
  for (const one of operations) {
    routes[one.path] = { ...routes[one.path], [one.method]: describe(one, language) }
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  return {
    openapi: '3.1.1',
    info: {
      title: words.title,
      description: words.description,
      version: apiVersion,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: {
        name: words.contact,
        url: origin + paths.guide,
        ...(contact ? { email: contact } : {}),
      },
    },
    servers: [{ url: `${origin}${paths.api}` }],
    tags: tags.map((name) => ({ name, description: t(language).tags[name as 'events'] })),
    paths: routes,
    components: {
      schemas: { Problem: bare(z.toJSONSchema(problem)), ...components() },
      securitySchemes: {
        program: {
          type: 'oauth2',
          description: words.security,
          flows: {
            clientCredentials: {
              tokenUrl: `${origin}${paths.token}`,
              scopes: Object.fromEntries(
                scopes.map((scope) => [scope, t(language).scope[scope].label]),
              ),
            },
          },
        },
      },
    },
  }
}

function describe(one: Operation, language: Language): Json {
  const { summary, description } = t(language).operations[one.id as 'listEvents']
  const answer = {
    description: summary,
    headers: versionHeader,
    content: {
      [one.contentType ?? 'application/json']: { schema: schemaOf(one.answer, 'output') },
    },
  }
  const parameters = [
    ...parametersIn('path', one.params),
    ...parametersIn('query', one.query),
    ...(one.method === 'post' && 'within' in one.does ? [keyHeader(language)] : []),
  ]
  return {
    operationId: one.id,
    tags: [one.tag],
    summary,
    description,
    security: [{ program: [one.scope] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(one.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(one.body, 'input') } },
          },
        }
      : {}),
    responses: { [one.status]: answer, ...problemsOf(one, language) },
  }
}

/** Which problems an operation can answer: those of reading and of writing differ. */
function problemsOf(one: Operation, language: Language): Json {
  const writing = one.method === 'post'
  const has = (status: number): boolean =>
    [400, 401, 403, 429, 500].includes(status) ||
    (status === 404 && one.params !== undefined) ||
    (writing && [409, 413, 415, 422].includes(status))
  const byStatus = new Map(problemKinds.map(([kind, status]) => [status, kind]))
  return Object.fromEntries(
    [...byStatus.keys()].filter(has).map((status) => [
      status,
      {
        description: t(language).api.problem,
        headers: versionHeader,
        content: { 'application/problem+json': { schema: schemaAt('Problem') } },
      },
    ]),
  )
}

const keyHeader = (language: Language): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: t(language).api.key,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
})

function parametersIn(where: 'path' | 'query', shape: z.ZodObject | undefined): Json[] {
  if (!shape) return []
  const { properties = {}, required = [] } = bare(z.toJSONSchema(shape, { io: 'input' })) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

/** By its name when it has one, or as it is. */
function schemaOf(one: z.ZodType, io: 'input' | 'output'): Json {
  const name = namedSchemas().get(one)?.id
  return name ? schemaAt(name) : bare(z.toJSONSchema(one, { io }))
}

function components(): Json {
  const { schemas } = z.toJSONSchema(namedSchemas(), {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, bare(schema as Json)]),
  )
}

const bare = ({ $schema: _, $id: __, id: ___, ...schema }: Json): Json => schema
