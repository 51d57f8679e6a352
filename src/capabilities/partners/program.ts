/** A program that works for an organisation: what it may ask for, and how it and its tokens are named. Pure. */
import { isId } from '#platform/ids.ts'

/** What an administrator can give a program. A closed list. */
export const programScopes = [
  'deliveries:read',
  'deliveries:answer',
  'deliveries:send',
  'events:read',
] as const

/** Of another server, for an organisation that works there: only the operator registers it. */
export const serverScope = 'channel:carry'

export const scopes = [...programScopes, serverScope] as const
export type Scope = (typeof scopes)[number]

export const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word)

/** How long a token holds, in seconds. */
export const tokenLasts = 600

/**
 * The scopes of a token: what was asked for, or everything when nothing was. Nothing when something was
 * asked that the program was not given.
 */
export function grantedScopes(
  given: readonly Scope[],
  asked: string | undefined,
): readonly Scope[] | undefined {
  const words = (asked ?? '').split(' ').filter(Boolean)
  if (words.length === 0) return given
  const known = words.filter(isScope).filter((scope) => given.includes(scope))
  return known.length === words.length ? [...new Set(known)] : undefined
}

/** Which program of which organisation. */
export type ProgramName = { readonly organisationId: string; readonly programId: string }

/** The id by which a program calls itself. It says where to look, so no question crosses organisations. */
export const clientIdOf = ({ organisationId, programId }: ProgramName): string =>
  `${organisationId}.${programId}`

export function programNamed(clientId: string): ProgramName | undefined {
  const [organisationId = '', programId = '', ...rest] = clientId.split('.')
  return rest.length === 0 && isId(organisationId) && isId(programId)
    ? { organisationId, programId }
    : undefined
}

const tokenShape = /^([0-9a-f-]{36})\.[\w-]{43}$/

/** The organisation in whose rows this token would stand; nothing for what cannot be one. */
export function organisationOfToken(token: string): string | undefined {
  const organisationId = tokenShape.exec(token)?.[1] ?? ''
  return isId(organisationId) ? organisationId : undefined
}
