import type { CasePanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { link } from '#platform/language.ts'
import type { SupportDesk } from './desk.ts'
import { placementList } from './pages-placements.ts'
import { paths } from './paths.ts'
import { placementsOf } from './read-placement.ts'
import { t } from './words.ts'

/** Beside a case: which help there is, its next step, and the way to find more. */
export const helpPanel =
  (desk: SupportDesk): CasePanel =>
  async (work, head, language) => {
    const words = t(language)
    const placements = await placementsOf(work, desk, head.id)
    const find = { text: words.placements.find, href: link(language, paths.find(head.id)) }
    return {
      aside: html`<h2>${words.panel.title}</h2>
${placements.length === 0 ? html`<p>${words.panel.none}</p>` : placementList(language, desk.catalogue, head.id, placements)}
${head.state === 'open' ? html`<p>${buttonLink({ ...find, look: 'secondary' })}</p>` : ''}
<p><a href="${link(language, paths.placements(head.id))}">${words.panel.all}</a></p>`,
    }
  }
