import { type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import type { SchoolProtocol } from './edition.ts'
import type { Sufficiency } from './protocol.ts'
import { type Finding, findingKinds, immediateStep } from './sufficiency.ts'
import { t } from './words.ts'

export type CheckView = {
  readonly of: 'draft' | 'in-force' | 'example'
  readonly protocol: SchoolProtocol
  readonly findings: readonly Finding[]
  readonly sufficiency: Sufficiency
  readonly knowledge: Knowledge
  readonly mayEdit: boolean
  readonly hasDraft: boolean
}

/** Where a step of the draft is changed. */
export const editPath = (step: string): string =>
  step === immediateStep ? '/protocol/aanpassen/directe-route' : `/protocol/aanpassen/stap/${step}`

/** What the protocol lacks, each point with the way to mend it, and the list it was held against. */
export function checkPage(language: Language, view: CheckView): Html {
  const words = t(language).check
  const of = { draft: words.ofDraft, 'in-force': words.ofInForce, example: words.ofExample }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${of[view.of]}</p>
${findingList(language, view)}
${view.mayEdit && !view.hasDraft ? startDraftForm(language, view.findings.length > 0 ? words.mendStart : t(language).edit.startButton) : ''}
${details({
  summary: words.list,
  content: html`<ul>${view.sufficiency.requirements.map(
    (one) =>
      html`<li><strong>${one.title[language]}.</strong> ${one.why[language]} ${origin(view.knowledge, language, one)}</li>\n`,
  )}</ul>`,
})}`
}

export const startDraftForm = (language: Language, text: string): Html =>
  form({ action: link(language, '/protocol/aanpassen'), content: button({ text }) })

export function findingList(
  language: Language,
  view: Pick<CheckView, 'protocol' | 'findings' | 'sufficiency' | 'mayEdit' | 'hasDraft'>,
): Html {
  const words = t(language).check
  const { findings } = view
  if (findings.length === 0) {
    return alert(language, {
      kind: 'info',
      title: words.good,
      content: html`<p>${words.goodText}</p>`,
    })
  }
  return html`<p>${words.count(findings.length)}</p>
${findingKinds.map((kind) => {
  const some = findings.filter((one) => one.kind === kind)
  return some.length === 0
    ? ''
    : html`<h2>${words.kinds[kind]}</h2>
<ul>${some.map((one) => html`<li>${findingText(language, view, one)} ${mendLink(language, view, one)}</li>\n`)}</ul>`
})}`
}

/** One finding as a sentence. */
export function findingText(
  language: Language,
  { protocol, sufficiency }: Pick<CheckView, 'protocol' | 'sufficiency'>,
  finding: Finding,
): string {
  const say = t(language).check.because[finding.because]
  if ('requirement' in finding) {
    const found = sufficiency.requirements.find(({ id }) => id === finding.requirement)
    return say(found?.title[language] ?? finding.requirement)
  }
  const step = protocol.steps.find(({ id }) => id === finding.step)
  return say(step?.title[language] ?? t(language).edit.immediate)
}

function mendLink(
  language: Language,
  { mayEdit, hasDraft }: Pick<CheckView, 'mayEdit' | 'hasDraft'>,
  finding: Finding,
): Html {
  if (!mayEdit || !hasDraft) return html``
  const path =
    finding.step === undefined ? '/protocol/aanpassen/stap-erbij' : editPath(finding.step)
  return html`<a href="${link(language, path)}">${t(language).check.mend}</a>`
}
