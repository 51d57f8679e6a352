import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { type StoryStep, stepPath } from './demo-story.ts'
import { words } from './words.ts'

/** One click: become that person, or nobody, at that place. */
function stepButton(language: Language, step: StoryStep): Html {
  const { person } = step
  const t = words(language).demo
  const look = 'secondary'
  if (!person) {
    return form({
      action: link(language, `/uitloggen?naar=${encodeURIComponent(stepPath(step))}`),
      content: button({ text: t.goAsNobody, look }),
    })
  }
  return form({
    action: link(language, '/demo'),
    content: html`<input type="hidden" name="organisation" value="${person.organisationId}"><input type="hidden" name="person" value="${person.personId}"><input type="hidden" name="naar" value="${stepPath(step)}">
${button({ text: t.goAs(person.name), look })}`,
  })
}

/** The whole story on the page with the invented people. */
export const storyPart = (language: Language, steps: readonly StoryStep[]): Html => {
  const t = words(language).demo
  return html`<h2 class="heading-2" id="verhaal">${t.story}</h2>
<p>${t.storyText}</p>
<ol class="story-steps">${steps.map(
    (step) => html`<li><h3>${step.title[language]}</h3>
<p>${step.why[language]}</p>
${stepButton(language, step)}</li>
`,
  )}</ol>`
}

/** Above the page of a step: why it is there, and the way to the next. */
export function stepBanner(language: Language, steps: readonly StoryStep[], number: number): Html {
  const t = words(language).demo
  const step = steps.find((one) => one.number === number)
  if (!step) return html``
  const next = steps.find((one) => one.number === number + 1)
  return html`<section class="demo-step" aria-label="${t.story}">
<p><strong>${t.stepOf(number, steps.length)}: ${step.title[language]}.</strong> ${step.why[language]}</p>
${next ? stepButton(language, next) : ''}
<p><a href="${link(language, '/demo')}#verhaal">${t.wholeStory}</a></p>
</section>`
}
