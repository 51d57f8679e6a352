import type { CasePanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { link } from '#platform/language.ts'
import { mayConvene } from './access.ts'
import type { TableDesk } from './desk.ts'
import { tableList } from './pages-list.ts'
import { paths } from './paths.ts'
import { tablesOfCase } from './read-table.ts'
import { t } from './words.ts'

/** Beside a case: the tables about it, and the way to convene one. Only for who may convene. */
export const tablePanel =
  (desk: TableDesk): CasePanel =>
  async (work, head, language) => {
    if (!mayConvene(work.actor)) return undefined
    const words = t(language)
    const lines = await tablesOfCase(work, desk, head.id)
    const href = link(language, `${paths.convene}?casus=${head.id}`)
    return {
      aside: html`<h2>${words.panel.title}</h2>
${lines.length === 0 ? html`<p>${words.panel.none}</p>` : tableList(language, lines)}
${head.state === 'open' ? html`<p>${buttonLink({ text: words.list.convene, href, look: 'secondary' })}</p>` : ''}`,
    }
  }
