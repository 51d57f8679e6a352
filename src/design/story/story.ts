import { type Html, html } from '#design/html.ts'

/** What somebody wrote, with their own line breaks. */
export const story = (text: string): Html => html`<div class="story">${text}</div>`
