import type { CasePanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { link } from '#platform/language.ts'
import { mayAsk } from './access.ts'
import type { AdviceDesk } from './desk.ts'
import { adviceList } from './pages-list.ts'
import { paths } from './paths.ts'
import { adviceOfCase } from './read-advice.ts'
import { t } from './words.ts'

/** Beside a case: what was asked about it, and the way to ask. Only for who may ask. */
export const advicePanel =
  (desk: AdviceDesk): CasePanel =>
  async (work, head, language) => {
    if (!mayAsk(work.actor)) return undefined
    const words = t(language).panel
    const lines = await adviceOfCase(work, desk, head.id)
    const ask = { text: words.ask, href: link(language, `${paths.ask}?casus=${head.id}`) }
    return {
      aside: html`<h2>${words.title}</h2>
${lines.length === 0 ? html`<p>${words.none}</p>` : adviceList(language, lines, new Map())}
${head.state === 'open' ? html`<p>${buttonLink({ ...ask, look: 'secondary' })}</p>` : ''}`,
    }
  }
