import type { CasePanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { link } from '#platform/language.ts'
import type { ConversationDesk } from './desk.ts'
import { listPath } from './page-parts.ts'
import { conversationList, newPath } from './pages-list.ts'
import { listOfCase } from './read-conversation.ts'
import { t } from './words.ts'

/** On the page of a case: the conversations with the young person, and the way to prepare one. */
export const conversationPanel =
  ({ cases }: ConversationDesk): CasePanel =>
  async (work, head, language) => {
    const words = t(language)
    const conversations = await listOfCase(work, head.id)
    if (conversations.length === 0 && head.state === 'closed') return undefined
    const shown = conversations.slice(0, 5)
    const names = await cases.namesOf(work, [...new Set(shown.map((one) => one.holderId))])
    return {
      aside: html`<h2>${words.panel.title}</h2>
${shown.length === 0 ? html`<p>${words.panel.none}</p>` : conversationList(language, head.id, shown, names)}
${conversations.length > shown.length ? html`<p><a href="${link(language, listPath(head.id))}">${words.panel.more}</a></p>` : ''}
${head.state === 'open' ? html`<p>${buttonLink({ text: words.list.prepare, href: link(language, newPath(head.id)), look: 'secondary' })}</p>` : ''}`,
    }
  }
