import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { callLine, dangerNow } from './pages-record.ts'
import { t } from './words.ts'

/** For who may not record here: what they can do instead, and with danger now the telephone first. */
export function elsewherePage(language: Language, knowledge: Knowledge, danger: boolean): Html {
  const words = t(language).elsewhere
  const line = knowledge.findLine('veilig-thuis')
  const call = html`<p>${words.danger} ${buttonLink({ text: t(language).danger.call, href: 'tel:112', look: 'danger' })}</p>`
  return html`<h1>${danger ? t(language).danger.title : words.title}</h1>
${danger ? dangerNow(language) : alert(language, { kind: 'danger-now', content: call })}
${danger ? html`<h2>${words.title}</h2>` : ''}
<p>${words.text}</p>
<ul>
<li><a href="${link(language, '/verken')}">${words.explore}</a> ${words.exploreText}</li>
<li>${words.school}</li>
${line ? html`<li>${callLine(words.advice, line, language)}</li>` : ''}
<li><a href="${link(language, '/kennis/hulplijnen')}">${words.lines}</a></li>
<li>${words.role}</li>
</ul>`
}
