import type { CaseHead } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { tag } from '#design/tag/tag.ts'
import { fullDay, nearDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { pathOf } from './desk.ts'
import { listPath, type Names, nameOf } from './page-parts.ts'
import type { ListedConversation } from './read-conversation.ts'
import { t } from './words.ts'

export const newPath = (caseId: string): string => `${listPath(caseId)}/nieuw`

export function listPage(
  language: Language,
  head: CaseHead,
  conversations: readonly ListedConversation[],
  names: Names,
): Html {
  const words = t(language).list
  const begin = { text: words.prepare, href: link(language, newPath(head.id)) }
  const open = head.state === 'open'
  return html`<h1>${words.title}</h1>
<p>${words.lead}</p>
${
  conversations.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, ...(open ? { begin } : {}) })
    : html`${open ? html`<p>${buttonLink(begin)}</p>` : ''}
${conversationList(language, head.id, conversations, names)}`
}
<p><a href="${link(language, '/kennis/gesprek')}">${words.guide}</a></p>`
}

export const conversationList = (
  language: Language,
  caseId: string,
  conversations: readonly ListedConversation[],
  names: Names,
): Html =>
  html`<ul class="conversation-list">${conversations.map(
    (one) =>
      html`<li><a href="${link(language, pathOf({ caseId, id: one.id }))}">${t(language).list.line(nameOf(language, names, one.holderId))}</a> ${tag(t(language).states[one.state])} <span class="quiet">${dayOf(language, one)}</span></li>
`,
  )}</ul>`

function dayOf(language: Language, { state, heldOn, plannedOn }: ListedConversation): string {
  const words = t(language).list
  // The state beside it says that it was held.
  if (heldOn && state === 'held') return fullDay(language, heldOn)
  if (heldOn) return words.heldOn(fullDay(language, heldOn))
  return plannedOn ? words.plannedFor(nearDay(language, plannedOn)) : words.noDay
}
