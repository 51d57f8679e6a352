import { editionLine } from '#capabilities/knowledge/index.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Language } from '#platform/language.ts'
import type { Law } from './law.ts'
import type { RuleStatus } from './legal-rule.ts'
import { ruleList } from './page-law.ts'
import { wayUp } from './way-up.ts'
import { t } from './words.ts'

/** What a bill is, which there are with their last known step, what the House asked for, and what was replaced. */
export function proposalsPage(language: Language, law: Law, today: string): PageParts {
  const words = t(language)
  const list = (status: RuleStatus) =>
    ruleList(
      language,
      law.rules.filter((rule) => rule.status === status),
      today,
    )
  return {
    title: words.proposals.title,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.proposals.title}</h1>
<p class="lead">${words.proposals.lead}</p>
<ul>${words.proposals.points.map((point) => html`<li>${point}</li>\n`)}</ul>
<h2>${words.proposals.bills}</h2>
${list('bill')}
<h2>${words.proposals.motions}</h2>
<p>${words.statusExplained['proposed-by-motion']}</p>
${list('proposed-by-motion')}
<h2>${words.proposals.replaced}</h2>
${list('repealed')}
${editionLine(language, law.edition)}`,
  }
}
