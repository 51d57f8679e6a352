import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, nearDay } from '#platform/dates.ts'
import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { Candidate } from './candidates.ts'
import type { Draft, ReadySignal } from './draft.ts'
import { callLine, draftPath, keptStatus, progress, scriptData, sentences } from './pages-record.ts'
import type { RecordAssets } from './record-assets.ts'
import type { Colleague } from './recording.ts'
import { answers, type Readers, readerChoices } from './signal.ts'
import { t } from './words.ts'

export type SignalsView = {
  readonly id: string
  readonly draft: Draft
  readonly candidates: readonly Candidate[]
  readonly colleagues: readonly Colleague[]
  /** the choices of readers for which there is somebody here */
  readonly open: readonly Readers[]
  readonly errors: FormErrors
  readonly live: RecordAssets | undefined
}

export function signalsPageView(
  language: Language,
  knowledge: Knowledge,
  { id, draft, candidates, colleagues, open, errors, live }: SignalsView,
): Html {
  const words = t(language).signals
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}
${progress(language, id, 2)}
<h1>${words.title}</h1>
${open.length === 0 ? nobodyHere(language, knowledge) : ''}
<p>${candidates.length > 0 ? words.lead : words.none}</p>
${form({
  action: link(language, draftPath(id, 'signalen')),
  id: 'record',
  dataset: live ? scriptData(language, id, live) : {},
  content: html`${candidates.map((candidate) => candidateField(language, candidate))}
${details({ summary: words.add, content: addFromList(language, knowledge, candidates) })}
${textarea(language, {
  name: 'innocent',
  label: words.innocent,
  hint: words.innocentHint,
  optional: true,
  value: draft.innocent,
  error: wrong.innocent,
  rows: 3,
})}
${radios(language, {
  name: 'readers',
  label: words.readers,
  hint: words.readersHint,
  value: draft.readers,
  error: wrong.readers,
  choices: readerChoices.map((value) => ({
    value,
    label: words.readerChoices[value],
    hint: open.includes(value) ? undefined : words.nobodyForChoice,
    reveals:
      value === 'one-colleague' && colleagues.length > 0
        ? select(language, {
            name: 'readerId',
            label: words.colleague,
            value: draft.readerId,
            error: wrong.readerId,
            choices: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
          })
        : undefined,
  })),
})}
${button({ text: t(language).save })}
${keptStatus}`,
})}`
}

/** Nobody in this organisation follows up signals: what can be done now, and that nothing is lost. */
function nobodyHere(language: Language, knowledge: Knowledge): Html {
  const { title, text, steps, call } = t(language).signals.nobodyHere
  const line = knowledge.findLine('veilig-thuis')
  return alert(language, {
    kind: 'info',
    title,
    content: html`<p>${text}</p>
<ul>${steps.map((step) => html`<li>${step}</li>`)}
${line ? html`<li>${callLine(call, line, language)}</li>` : ''}</ul>`,
  })
}

function candidateField(language: Language, candidate: Candidate): Html {
  const { signal, found, quotes, reason = '', tellings, answer } = candidate
  const words = t(language).signals
  const quoted = html`${words.inWords}: ${quotes.map((quote) => html`<q class="recognised__words">${quote}</q> `)}${reason}`
  return html`<div class="candidate">
${radios(language, {
  name: `${found === 'added' ? 'chosen' : 'answer'}-${signal.id}`,
  label: signal.wording[language],
  hint: html`${quotes.length > 0 ? quoted : ''}${tellings.map((telling) => html` ${words.tellings[telling]}`)}`,
  value: answer ?? '',
  inline: true,
  choices: answers.map((value) => ({ value, label: words.answers[value] })),
})}
${details({
  summary: words.innocentOf,
  content: html`<ul>${signal.innocent.map((one) => html`<li>${one[language]}</li>`)}</ul>`,
})}
</div>`
}

function addFromList(
  language: Language,
  knowledge: Knowledge,
  candidates: readonly Candidate[],
): Html {
  const shown = new Set(candidates.map(({ signal }) => signal.id))
  return html`<p>${t(language).signals.addHint}</p>
${knowledge.categories.map((category) => {
  const rest = knowledge.signals.filter((one) => one.category === category.id && !shown.has(one.id))
  if (rest.length === 0) return ''
  return checkboxes(language, {
    name: `added-${category.id}`,
    label: category.name[language],
    choices: rest.map((one) => ({ value: one.id, label: one.wording[language] })),
  })
})}`
}

export type CheckView = {
  readonly id: string
  readonly signal: ReadySignal
  readonly lookBefore: string
  readonly colleague: string | undefined
  /** recognised, not denied in the text, and left without a yes, no or unknown */
  readonly unanswered: readonly Candidate[]
}

export function checkPageView(
  language: Language,
  knowledge: Knowledge,
  { id, signal, lookBefore, colleague, unanswered }: CheckView,
): Html {
  const words = t(language)
  const what = link(language, draftPath(id, 'wat'))
  const signals = link(language, draftPath(id, 'signalen'))
  const who = colleague ?? words.signals.readerChoices[signal.readers]
  const queueOf = colleague ?? words.check.queueOf[signal.readers]
  return html`${progress(language, id, 3)}
<h1>${words.check.title}</h1>
<p>${words.check.lead}</p>
${summaryList(language, [
  {
    key: words.danger.key,
    value: signal.danger ? words.start.yes : words.start.no,
    change: link(language, draftPath(id, 'direct-gevaar')),
  },
  { key: words.what.about, value: words.what.abouts[signal.about], change: what },
  { key: words.what.subject, value: signal.words.subject, change: what },
  { key: words.what.narrative, value: story(signal.words.narrative), change: what },
  {
    key: words.what.noticed,
    value: [signal.noticedOn ? fullDay(language, signal.noticedOn) : '', signal.words.moment]
      .filter(Boolean)
      .join(', '),
    change: what,
  },
  { key: words.what.origin, value: words.what.origins[signal.origin], change: what },
  ...(signal.origin === 'own'
    ? []
    : [{ key: words.what.heardFrom, value: signal.words.heardFrom, change: what }]),
  {
    key: words.check.observed,
    value: observationList(language, knowledge, signal.observations),
    change: signals,
  },
  ...(unanswered.length > 0
    ? [
        {
          key: words.check.unanswered,
          value: openCandidates(language, unanswered),
          change: signals,
        },
      ]
    : []),
  { key: words.signals.innocent, value: signal.words.innocent, change: signals },
  { key: words.signals.readers, value: who, change: signals },
])}
<h2>${words.check.reach}</h2>
<p>${words.check.reachText(queueOf, nearDay(language, lookBefore))} ${words.check.termOwn}</p>
${form({
  action: link(language, draftPath(id, 'controleer')),
  content: button({ text: words.check.record }),
})}
<p>${buttonLink({ text: words.check.discard, href: link(language, draftPath(id, 'weggooien')), look: 'subtle' })}</p>`
}

/** Everything typed is gone after this, so it is asked once more. */
export function discardPage(
  language: Language,
  { id, subject }: { id: string; subject: string },
): Html {
  const words = t(language)
  return html`<h1>${words.discard.title}</h1>
<p class="quiet">${words.mine.draftOf(subject)}</p>
<p>${words.discard.text}</p>
${form({
  action: link(language, draftPath(id, 'weggooien')),
  content: button({ text: words.discard.yes, look: 'danger' }),
})}
<p>${buttonLink({ text: words.discard.no, href: link(language, draftPath(id, 'wat')), look: 'secondary' })}</p>`
}

const openCandidates = (language: Language, candidates: readonly Candidate[]): Html =>
  html`<ul>${candidates.map(
    ({ signal, quotes }) =>
      html`<li>${signal.wording[language]} ${quotes.map((quote) => html`<q class="recognised__words">${quote}</q> `)}</li>`,
  )}</ul>
<p class="quiet">${t(language).check.unansweredText}</p>`

export function observationList(
  language: Language,
  knowledge: Knowledge,
  observations: ReadySignal['observations'],
): Html {
  const words = t(language)
  if (observations.length === 0) return html`${words.check.noObservations}`
  return html`<ul>${observations.map(
    ({ code, answer }) =>
      html`<li>${knowledge.findSignal(code)?.wording[language] ?? code}: <strong>${words.signals.answersTold[answer]}</strong></li>`,
  )}</ul>`
}

export function receiptPage(
  language: Language,
  { id, reference, lookBefore }: { id: string; reference: string; lookBefore: string },
): Html {
  const words = t(language).receipt
  return html`<h1>${words.title}</h1>
<p class="lead">${words.reference}: <strong>${reference}</strong></p>
<h2>${words.next}</h2>
<p>${words.nextText(nearDay(language, lookBefore))} ${t(language).check.termOwn}</p>
<p>${words.alone}</p>
<p><a href="${link(language, `/signalen/${id}`)}">${words.toSignal}</a></p>
<p><a href="${link(language, '/signalen')}">${words.toMine}</a></p>`
}
