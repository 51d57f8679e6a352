import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { keyField } from '#platform/http/sent-once.ts'
import type { Language } from '#platform/language.ts'
import { offered } from './acts.ts'
import { endRoleFields, type FieldsView } from './pages-fields.ts'
import { actPaths, caseLink } from './paths.ts'
import type { JudgedRole, ReadCase } from './read-case.ts'
import { t } from './words.ts'

/** Both hats over time: every role that somebody judged, with what speaks for and against it. */
export function rolesPage(language: Language, { head, roles, names }: ReadCase): Html {
  const words = t(language)
  const adds = offered(head, ['role']).length > 0
  return html`<h1>${words.rolesPage.title}</h1>
<p class="quiet">${words.code(head.code)}</p>
<p>${words.rolesPage.lead}</p>
${adds ? html`<p>${buttonLink({ text: words.acts.role.title, href: caseLink(language, head.id, actPaths.role), look: 'secondary' })}</p>` : ''}
${roles.length === 0 ? emptyState({ title: words.rolesPage.none, text: words.rolesPage.noneText }) : ''}
${roles.map((one) => roleOf(language, { role: one, caseId: head.id, names, ends: adds }))}`
}

type RoleView = {
  readonly role: JudgedRole
  readonly caseId: string
  readonly names: ReadonlyMap<string, string>
  readonly ends: boolean
}

function roleOf(language: Language, { role, caseId, names, ends }: RoleView): Html {
  const words = t(language)
  const from = fullDay(language, role.fromOn)
  const span = role.untilOn
    ? words.rolesPage.span(from, fullDay(language, role.untilOn))
    : words.rolesPage.since(from)
  const judge = names.get(role.judgedBy) ?? words.unknownPerson
  return html`<article class="entry">
<h2>${words.roles[role.role]}</h2>
<p>${span}</p>
<p><strong>${words.fields.roleSource}</strong></p>${story(role.words.source)}
<p><strong>${words.fields.evidence}</strong></p>${story(role.words.evidence)}
<p><strong>${words.fields.against}</strong></p>${story(role.words.against)}
${
  role.endedAt
    ? html`<p><strong>${words.rolesPage.ended}</strong></p>${story(role.endReason)}
<p class="quiet">${words.rolesPage.endedBy(names.get(role.endedBy ?? '') ?? words.unknownPerson, moment(language, role.endedAt))}</p>`
    : ''
}
<p class="quiet">${words.rolesPage.judgedBy(judge, moment(language, role.judgedAt))}</p>
${ends && !role.endedAt ? html`<p><a href="${caseLink(language, caseId, `rollen/${role.id}/beeindigen`)}">${words.rolesPage.endTitle}<span class="visually-hidden">: ${words.roles[role.role]}</span></a></p>` : ''}
</article>
`
}

export type EndRoleView = FieldsView & {
  readonly read: ReadCase
  readonly role: JudgedRole
  readonly key: string
}

export function endRolePage(language: Language, { read, role, key, ...view }: EndRoleView): Html {
  const words = t(language)
  return html`${summaryOf(language, view.wrong)}
<h1>${words.rolesPage.endTitle}</h1>
<p class="quiet">${words.code(read.head.code)}, ${words.roles[role.role]}</p>
<p>${words.rolesPage.endText}</p>
${form({
  action: caseLink(language, read.head.id, `rollen/${role.id}/beeindigen`),
  content: html`${keyField(key)}${endRoleFields(language, view)}${button({ text: words.rolesPage.endButton })}`,
})}`
}
