import type { CasePanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { moment } from '#platform/dates.ts'
import { link } from '#platform/language.ts'
import { mayHoldIntervision } from './access.ts'
import type { IntervisionDesk } from './desk.ts'
import { nameOfMethod } from './method-of.ts'
import { listOfCase } from './store-table.ts'
import { pathOf } from './view.ts'
import { t } from './words.ts'

/** The tables about this case at which this person sat, and the way to a new one. */
export const intervisionPanel =
  ({ knowledge }: Pick<IntervisionDesk, 'knowledge'>): CasePanel =>
  async (work, { id, state }, language) => {
    if (!mayHoldIntervision(work.actor)) return undefined
    const rows = await listOfCase(work, work.actor.personId, id)
    const words = t(language)
    const start =
      state === 'open'
        ? buttonLink({
            text: words.panel.start,
            href: link(language, `/intervisie/nieuw?casus=${id}`),
            look: 'secondary',
          })
        : ''
    return {
      aside: html`<h2>${words.panel.title}</h2>
${
  rows.length === 0
    ? html`<p class="quiet">${words.panel.none}</p>`
    : html`<ul>${rows.map(
        (row) =>
          html`<li><a href="${link(language, pathOf(row.id))}">${nameOfMethod(knowledge, row.method)[language]}, ${moment(language, row.started_at)}</a> ${row.outcome ? words.outcomes[row.outcome] : words.states[row.state]}</li>`,
      )}</ul>`
}
${start}`,
    }
  }
