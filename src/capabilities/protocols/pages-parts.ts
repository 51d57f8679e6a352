import { roleName } from '#capabilities/identity/index.ts'
import { type Knowledge, linesInDanger, origin } from '#capabilities/knowledge/index.ts'
import { type Html, html } from '#design/html.ts'
import type { Role } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { OwnTerm, SchoolProtocol } from './edition.ts'
import type { Term } from './protocol.ts'
import { t } from './words.ts'

/** Names of colleagues by number. */
export type Names = ReadonlyMap<string, string>

/** "binnen 5 schooldagen na het begin" */
export function termText(language: Language, term: Term | null): string {
  const { from, sameDay } = t(language).terms
  if (!term) return t(language).terms.none
  const counted = countText(language, term)
  if (term.unit === 'immediate') return counted
  const moment = typeof term.from === 'object' ? 'answer' : term.from
  return term.unit === 'same-day' ? sameDay[moment] : `${counted} ${from[moment]}`
}

export const countText = (language: Language, { unit, count = 0 }: OwnTerm): string =>
  t(language).terms[unit](count)

/** "zorgcoördinator, veiligheidscoördinator: Samira Denkbeeld" */
export function whoText(
  language: Language,
  { roles, personId }: { roles: readonly Role[]; personId: string | undefined },
  names: Names,
): string {
  const held = roles.map((role) => roleName(role, language)).join(', ')
  const name = personId && (names.get(personId) ?? t(language).run.somebody)
  return [held, name].filter(Boolean).join(': ') || t(language).read.nobody
}

/** When to take the immediate route, whom to call, and how. Telephone numbers first. */
export function immediateParts(
  knowledge: Knowledge,
  language: Language,
  { immediate }: Pick<SchoolProtocol, 'immediate'>,
  names: Names,
): { readonly call: Html; readonly explained: Html } {
  const words = t(language).read
  return {
    call: html`${linesInDanger(knowledge, language, immediate.lines)}
<p><strong>${words.who}:</strong> ${whoText(language, immediate, names)}</p>
${immediate.contact ? html`<p><strong>${words.contact}:</strong></p>\n<div class="story">${immediate.contact}</div>` : ''}`,
    explained: html`<p>${immediate.text[language]}</p>
<h3>${words.immediateWhen}</h3>
<ul>${immediate.when.map((one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`)}</ul>
<h3>${words.immediateDo}</h3>
<ol>${immediate.points.map((one) => html`<li>${one.text[language]}</li>\n`)}</ol>
<p>${origin(knowledge, language, immediate)}</p>`,
  }
}
