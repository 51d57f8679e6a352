import { z } from 'zod'
import { type FormErrors, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { programScopes, type Scope } from './program.ts'
import { type KeyFault, readKeys } from './public-keys.ts'
import type { KeyPlace } from './store-programs.ts'

const nameSchema = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(100, 'name-too-long'),
})

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FormErrors }

/** Where the keys are: pasted, or published at an https address. One of the two. */
export async function readKeyPlace(typed: Typed): Promise<Read<KeyPlace>> {
  const no = (field: string, because: KeyFault | string) =>
    ({ ok: false, errors: { [field]: because } }) as const
  const [pasted, address] = [textOf(typed, 'keys').trim(), textOf(typed, 'keysAt').trim()]
  if (pasted && address) return no('keysAt', 'keys-both')
  if (!pasted && !address) return no('keys', 'keys-missing')
  if (address) return isHttps(address) ? yes({ keysAt: address }) : no('keysAt', 'address-wrong')
  const read = await readKeys(pasted)
  return read.ok ? yes({ keys: read.keys }) : no('keys', read.because)
}

const yes = <T>(value: T) => ({ ok: true, value }) as const

/** An address that somebody may set: https, without a name or a password in it. */
export function isHttps(address: string): boolean {
  const url = address.length <= 500 ? URL.parse(address) : null
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === ''
}

type ProgramTyped = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly lines: readonly string[]
  readonly place: KeyPlace
}

/** The lines that were chosen, of those that can be; a program that sends needs one. */
export function readLines(typed: Typed, choices: readonly string[]): Read<readonly string[]> {
  const lines = choices.filter((id) => listOf(typed, 'lines').includes(id))
  return lines.length > 0 ? yes(lines) : { ok: false, errors: { lines: 'lines-missing' } }
}

export async function readProgramForm(
  typed: Typed,
  choices: readonly string[],
): Promise<Read<ProgramTyped>> {
  const name = readForm(nameSchema, typed)
  const scopes = programScopes.filter((scope) => listOf(typed, 'scopes').includes(scope))
  const lines = scopes.includes('deliveries:send') ? readLines(typed, choices) : yes([])
  const place = await readKeyPlace(typed)
  if (name.ok && place.ok && lines.ok && scopes.length > 0) {
    return yes({ name: name.value.name, scopes, lines: lines.value, place: place.value })
  }
  const errors = {
    ...(name.ok ? {} : name.errors),
    ...(scopes.length > 0 ? {} : { scopes: 'scopes-missing' }),
    ...(lines.ok ? {} : lines.errors),
    ...(place.ok ? {} : place.errors),
  }
  return { ok: false, errors }
}
