import { type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import type { Role } from '#platform/actor.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Law } from './law.ts'
import { ruleLine } from './rule-line.ts'
import type { SharingLine, SharingQuestion } from './sharing-pack.ts'
import { t } from './words.ts'

export type SharingDesk = {
  readonly law: Law
  readonly knowledge: Knowledge
  readonly roleName: (role: Role, language: Language) => string
}

/** Everything about one road: on what it rests, what may go, what is asked first, its limits, what was not found. */
export function sharingLine(language: Language, desk: SharingDesk, line: SharingLine): Html {
  const { law, knowledge } = desk
  const words = t(language).sharing
  return html`<p>${tag(words.standing[line.standing])}</p>
<p>${line.limits[language]}</p>
${summaryList(language, [
  { key: words.basis, value: basisOf(language, law, line) },
  { key: words.facts, value: factList(language, line) },
  { key: words.by, value: partyList(language, desk, line.from) },
  { key: words.to, value: partyList(language, desk, line.to) },
  { key: words.consent, value: words.consents[line.consent] },
  { key: words.informing, value: words.informings[line.informing] },
  { key: words.reasons, value: words.reasonings[line.reasons] },
  ...(line.notFound ? [{ key: words.notFound, value: line.notFound[language] }] : []),
])}
<p><strong>${words.asked}</strong></p>
<ol>${law.sharing.questionsOf(line).map((question) => html`<li>${question.ask[language]}${closing(language, question)}</li>\n`)}</ol>
<p>${origin(knowledge, language, line)}</p>`
}

export const basisOf = (language: Language, law: Law, { basis, validFrom }: SharingLine): Html =>
  basis.length > 0
    ? html`<ul>${basis.map((id) => html`<li>${ruleLine(language, law.getRule(id))}</li>`)}</ul>`
    : html`${t(language).sharing.noRule(fullDay(language, validFrom ?? ''))}`

const factList = (language: Language, { facts }: SharingLine): Html =>
  html`<ul>${facts.map((kind) => html`<li>${t(language).factKinds[kind]}</li>`)}</ul>`

/** "school (zorgcoördinator, schoolleider); gemeente (regisseur)" */
function partyList(
  language: Language,
  { law, roleName }: SharingDesk,
  ids: readonly string[],
): string {
  const named = ids.flatMap((id) => {
    const party = law.sharing.findParty(id)
    if (!party) return []
    const roles = new Set(party.members.flatMap((member) => member.roles))
    return [
      `${party.name[language]} (${[...roles].map((role) => roleName(role, language)).join(', ')})`,
    ]
  })
  return named.join('; ')
}

/** Which answer closes the road. */
function closing(language: Language, question: SharingQuestion): Html {
  const words = t(language).sharing
  if (question.answer === 'words') return html` <span class="quiet">${words.inWords}</span>`
  if (question.answer === 'yes-no') {
    return html` <span class="quiet">${words.closesWith(words.no)} ${question.refused[language]}</span>`
  }
  const forbidden = question.choices.filter(({ id }) => question.forbids?.includes(id))
  return html`<ul>${question.choices.map(({ text }) => html`<li>${text[language]}</li>\n`)}</ul>
${
  forbidden.length > 0
    ? html`<span class="quiet">${words.closesWith(forbidden.map(({ text }) => text[language]).join('; '))} ${question.refused?.[language]}</span>`
    : ''
}`
}
