import type { CasePanel, TaskPanel } from '#capabilities/cases/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { tag } from '#design/tag/tag.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { link } from '#platform/language.ts'
import { mayReadProtocol } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import { stepReach } from './pages-protocol.ts'
import { dueText, openSteps } from './pages-run-steps.ts'
import { findStepOfTask, hasProtocol, viewCaseRun } from './read-run.ts'
import { homePath, immediatePath, runPath, stepPath } from './run-place.ts'
import { t } from './words.ts'

/** On the page of a case: how its protocol stands, and the one next step. */
export const protocolPanel =
  (desk: ProtocolDesk): CasePanel =>
  async (work, head, language) => {
    if (!mayReadProtocol(work.actor)) return undefined
    const words = t(language).run
    const home = { caseId: head.id }
    const run = await viewCaseRun(work, desk, head)
    const title = html`<h2>${words.panelTitle}</h2>`
    if (!run) {
      // Beginning needs a protocol in force: no link to a page that says no.
      if (!(await hasProtocol(work))) {
        return {
          aside: html`${title}
<p>${words.panelNoProtocol}</p>
<p><a href="${link(language, '/protocol')}">${words.panelSeeProtocol}</a></p>`,
        }
      }
      const begin = head.mayDecide && head.state === 'open'
      return {
        aside: html`${title}
<p>${words.panelNone}</p>
${begin ? html`<p><a href="${link(language, homePath(home))}">${t(language).runs.start}</a></p>` : ''}`,
      }
    }
    const path = link(language, runPath(home, run.id))
    const more = html`<p><a href="${path}">${words.panelGo}</a></p>`
    if (run.state === 'ended') {
      const day = run.endedAt ? fullDay(language, dutchDayOf(run.endedAt)) : ''
      return { aside: html`${title}\n<p>${words.panelEnded(day)}</p>\n${more}` }
    }
    if (head.state === 'closed') {
      return { aside: html`${title}\n<p>${words.panelClosed}</p>\n${more}` }
    }
    if (run.state === 'immediate') {
      const href = link(language, immediatePath(home, run.id))
      return {
        aside: html`${title}
<p>${words.panelImmediate}</p>
<p>${buttonLink({ text: t(language).immediate.title, href, look: 'danger' })}</p>`,
      }
    }
    const [next] = openSteps(run)
    return {
      aside: html`${title}
${
  next
    ? html`<p><strong>${words.next}:</strong> <a href="${link(language, stepPath(home, run.id, next.step.id))}">${next.step.title[language]}</a>, ${dueText(language, next)} ${next.overdue ? tag(words.overdue) : ''}</p>`
    : html`<p>${words.noNext}</p>`
}
${more}
<p><a href="${link(language, immediatePath(home, run.id))}">${words.immediateButton}</a></p>`,
    }
  }

/** At a task that a step gave: what to do, and whom to call for it. */
export const protocolTaskPanel =
  (desk: ProtocolDesk): TaskPanel =>
  async (work, head, { from }, language) => {
    if (from?.capability !== 'protocols') return undefined
    const step = await findStepOfTask(work, desk, head, from.id)
    return step && html`<p>${step.text[language]}</p>\n${stepReach(language, desk.knowledge, step)}`
  }
