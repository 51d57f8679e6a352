import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { listOf, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { strataBy } from './frame.ts'
import type { WaveView } from './page-wave.ts'
import { schoolKinds } from './questionnaire.ts'
import { wavePaths } from './survey-paths.ts'
import { longest } from './wave.ts'
import { t } from './words.ts'

/** The lists from which a sample is drawn, one file at a time. */
export function listsPart(language: Language, view: WaveView): Html {
  const { wave, frame, sized, typed, wrong } = view
  const { wave: words, kinds } = t(language)
  const { lists } = words
  const listed = schoolKinds.filter((kind) => frame.has(kind))
  return html`<h2>${lists.title}</h2>
<p>${lists.lead}</p>
${
  frame.size === 0
    ? html`<p>${lists.none}</p>`
    : html`${summaryList(language, [
        ...listed.map((kind) => ({ key: kinds[kind], value: lists.count(frame.get(kind) ?? 0) })),
        { key: lists.sizesKnown, value: lists.sized(sized, sum([...frame.values()])) },
      ])}
${listed.map((kind) =>
  form({
    action: link(language, wavePaths.removeList(wave.id)),
    content: html`<input type="hidden" name="kind" value="${kind}">${button({ text: lists.remove(kinds[kind]), look: 'subtle' })}`,
  }),
)}`
}
${form({
  action: link(language, wavePaths.lists(wave.id)),
  parts: true,
  content: html`${radios(language, {
    name: 'kind',
    label: lists.kind,
    value: textOf(typed, 'kind'),
    error: wrong.kind,
    choices: [
      ...schoolKinds.map((kind) => ({ value: kind as string, label: kinds[kind] })),
      { value: 'sizes', label: lists.sizes },
    ],
  })}
${file(language, { name: 'file', label: lists.file, hint: lists.fileHint, error: wrong.file, accept: '.csv,.txt' })}
${button({ text: lists.add, look: frame.size === 0 ? 'primary' : 'secondary' })}`,
})}`
}

/** How the sample is drawn. */
export function drawPart(language: Language, { wave, typed, wrong, surveys }: WaveView): Html {
  const words = t(language).wave
  const { draw } = words
  const chosen = listOf(typed, 'by')
  return html`<h2>${draw.title}</h2>
<p>${draw.lead}</p>
${form({
  action: link(language, wavePaths.draw(wave.id)),
  content: html`${text(language, { name: 'seed', label: draw.seed, hint: draw.seedHint, value: textOf(typed, 'seed'), error: wrong.seed, maxlength: longest.seed })}
${text(language, { name: 'size', label: draw.size, value: textOf(typed, 'size'), error: wrong.size, inputmode: 'numeric' })}
${text(language, { name: 'least', label: draw.least, hint: draw.leastHint(surveys.smallest.answers), value: textOf(typed, 'least') || '0', error: wrong.least, inputmode: 'numeric' })}
${checkboxes(language, {
  name: 'by',
  label: draw.by,
  hint: draw.byHint,
  values: chosen.length > 0 ? chosen : ['kind', 'province'],
  error: wrong.by,
  choices: strataBy.map((part) => ({ value: part, label: words.parts[part] })),
})}
${text(language, { name: 'steps', label: draw.steps, hint: draw.stepsHint, value: textOf(typed, 'steps'), error: wrong.steps, optional: true })}
${button({ text: draw.draw })}`,
})}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
