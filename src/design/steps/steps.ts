import { type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type Step = { readonly text: string; readonly href?: string }

/** How far a person is in a form of several pages. `current` counts from 0. */
export function steps(language: Language, list: readonly Step[], current: number): Html {
  const t = words(language)
  return html`<nav class="steps" aria-label="${t.steps}">
<p class="steps__position">${t.stepOf(current + 1, list.length)}<span class="steps__name">: ${list[current]?.text}</span></p>
<ol class="steps__list">${list.map((step, index) => stepItem(step, index, current, t))}</ol>
</nav>`
}

function stepItem(step: Step, index: number, current: number, t: { done: string }): Html {
  if (index === current) {
    return html`<li class="steps__step steps__step--current" aria-current="step"><span>${step.text}</span></li>`
  }
  const text = step.href ? html`<a href="${step.href}">${step.text}</a>` : step.text
  return index < current
    ? html`<li class="steps__step steps__step--done"><span>${text}<span class="visually-hidden">, ${t.done}</span></span></li>`
    : html`<li class="steps__step"><span>${text}</span></li>`
}
