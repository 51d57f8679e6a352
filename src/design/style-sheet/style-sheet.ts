import { type Html, html } from '#design/html.ts'
import { page } from '#design/page/page.ts'
import type { PageContext } from '#design/page/page-context.ts'
import { formSamples } from './form-samples.ts'
import { listSamples } from './list-samples.ts'
import { readingSamples } from './reading-samples.ts'
import { words } from './words.ts'

/** The living style sheet: every element as the pages of this very program show it. */
export function styleSheetPage(context: PageContext): Html {
  const { language } = context
  const t = words(language)
  return page(context, {
    title: t.title,
    pictures: true,
    breadcrumbs: [],
    content: html`<h1>${t.title}</h1>
<p class="lead">${t.lead}</p>
${readingSamples(language)}
${formSamples(language)}
${listSamples(language)}`,
    aside: html`<h2>${t.asideTitle}</h2>
<p>${t.asideText}</p>`,
  })
}
