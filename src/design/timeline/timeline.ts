import { type Content, type Html, html } from '#design/html.ts'

export type TimelineItem = {
  readonly what: Content
  readonly when: Content
  readonly content?: Content | undefined
}

/** What happened, oldest first: a line of time down the page. */
export const timeline = (items: readonly TimelineItem[]): Html =>
  html`<ol class="timeline">${items.map(
    ({
      what,
      when,
      content,
    }) => html`<li class="timeline__item"><p class="timeline__head"><strong>${what}</strong> <time class="quiet">${when}</time></p>
${content ?? ''}</li>
`,
  )}</ol>`
