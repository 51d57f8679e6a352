import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import type { Language } from '#platform/language.ts'

const root = new URL('../../', import.meta.url).pathname

const environment = z.object({
  DATABASE_URL: z.string().optional(),
  OOGMERK_DATA: z.string().default('data'),
  OOGMERK_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Other programs read this one; we say that we do not. */
  PORT: z.string().optional(),
  OOGMERK_HOST: z.string().default('127.0.0.1'),
  /** The address people use, such as https://oogmerk.voorbeeld.nl: decides cookies and sign-in. */
  OOGMERK_ORIGIN: z.url().optional(),
  OOGMERK_DEMO: z.enum(['on', 'off']).optional(),
  /** 32 bytes in base64; without it a key file is made in the data folder, outside the database. */
  OOGMERK_KEY: z.string().optional(),
  /** Ed25519 private key, PKCS8 PEM; without it a key file is made in the data folder. */
  OOGMERK_TRAIL_KEY: z.string().optional(),
  OOGMERK_SMTP_URL: z.url().optional(),
  OOGMERK_MAIL_FROM: z.email().optional(),
  /** Where the source of this very version can be fetched; the licence asks for it. */
  OOGMERK_SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where to report a leak: a mail address, or an https address with how to. */
  OOGMERK_SECURITY_CONTACT: z
    .union([z.email(), z.url({ protocol: /^(https|mailto|tel)$/ })])
    .optional(),
  /** Sign-in providers on this machine or in its own network; without it public addresses only. */
  OOGMERK_INNER_PROVIDERS: z.enum(['on', 'off']).default('off'),
  /** Behind how many proxies of our own the server stands; decides whose address is limited. */
  OOGMERK_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LC_ALL: z.string().optional(),
  LC_MESSAGES: z.string().optional(),
  LANG: z.string().optional(),
  OOGMERK_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Config = {
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly knowledgeFolder: string
  readonly port: number
  /** a PORT that somebody set in the hope that it counts */
  readonly portNotRead: string | undefined
  readonly host: string
  readonly origin: string | undefined
  readonly demo: boolean
  readonly key: string | undefined
  readonly trailKey: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  readonly sourceUrl: string | undefined
  /** as an address that can be opened: mailto:, tel: or https: */
  readonly securityContact: string | undefined
  readonly proxies: number
  readonly innerProviders: boolean
  readonly logLevel: string
  /** of what the program tells its operator: Dutch when the machine speaks Dutch */
  readonly language: Language
}

/** The only reader of the environment. Throws one sentence per setting that is wrong. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(source)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings that cannot be used:\n${lines.join('\n')}`)
  }
  const settings = read.data
  const data = settings.OOGMERK_DATA
  return {
    databaseUrl: settings.DATABASE_URL || undefined,
    dataFolder: isAbsolute(data) ? data : resolve(root, data),
    knowledgeFolder: resolve(root, 'knowledge'),
    port: settings.OOGMERK_PORT,
    portNotRead: source.OOGMERK_PORT === undefined ? settings.PORT : undefined,
    host: settings.OOGMERK_HOST,
    origin: settings.OOGMERK_ORIGIN?.replace(/\/$/, ''),
    // A real database is real work: fictional people only when somebody asks for them.
    demo: settings.OOGMERK_DEMO ? settings.OOGMERK_DEMO === 'on' : !settings.DATABASE_URL,
    key: settings.OOGMERK_KEY,
    trailKey: settings.OOGMERK_TRAIL_KEY,
    smtpUrl: settings.OOGMERK_SMTP_URL,
    mailFrom: settings.OOGMERK_MAIL_FROM,
    sourceUrl: settings.OOGMERK_SOURCE_URL,
    securityContact: contactAddress(settings.OOGMERK_SECURITY_CONTACT),
    proxies: settings.OOGMERK_PROXIES,
    innerProviders: settings.OOGMERK_INNER_PROVIDERS === 'on',
    logLevel: settings.OOGMERK_LOG,
    language: /^nl/i.test(settings.LC_ALL || settings.LC_MESSAGES || settings.LANG || '')
      ? 'nl'
      : 'en',
  }
}

/**
 * Real work needs an https address of its own: cookies and the links in invitations lean on it. Only
 * where nobody but this machine can reach the server it may do without.
 */
export function originProblem({
  demo,
  host,
  origin,
  proxies,
}: Pick<Config, 'demo' | 'host' | 'origin' | 'proxies'>): 'missing' | 'not-https' | undefined {
  if (demo || origin?.startsWith('https:')) return undefined
  const onlyHere = isLoopback(host) && proxies === 0
  if (origin) return onlyHere && isLoopback(new URL(origin).hostname) ? undefined : 'not-https'
  return onlyHere ? undefined : 'missing'
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

const contactAddress = (contact: string | undefined): string | undefined =>
  contact && !contact.includes(':') ? `mailto:${contact}` : contact
