import type { Waiting } from '#capabilities/sharing/index.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { t } from './words.ts'

export type Part = {
  readonly text: string
  readonly href: string
  /** by day, the earliest first */
  readonly lines: readonly Waiting[]
}

/** What waits in each part, and the way to everything in it. */
export function togetherPage(language: Language, parts: readonly Part[]): Html {
  const words = t(language)
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${parts.map(
  ({ text, href, lines }) => html`<h2>${text}</h2>
${
  lines.length === 0
    ? html`<p>${words.none}</p>`
    : linkList(
        lines.map((line) => ({
          text: line.text,
          href: link(language, line.path),
          about: html`<p class="quiet">${line.about} ${fullDay(language, line.day)}</p>`,
        })),
      )
}
<p><a href="${href}">${words.all}<span class="visually-hidden">: ${text}</span></a></p>
`,
)}`
}
