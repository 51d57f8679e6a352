import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { tag } from '#design/tag/tag.ts'
import type { Temporal } from '#platform/clock.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { clockSentence } from './clock-words.ts'
import type { FileKind } from './file.ts'
import type { FileLine, FileList } from './list-files.ts'
import { paths, roots } from './paths.ts'
import { t } from './words.ts'

/** The files of one kind, newest first, each with the first term that is to come. */
export function listPage(
  language: Language,
  kind: FileKind,
  { files, certified, after }: FileList,
  now: Temporal.Instant,
): Html {
  const words = t(language)
  const own = kind === 'arrest' ? words.list : words.protection
  const begin = { text: words.list.begin, href: link(language, paths.new) }
  return html`<h1>${own.title}</h1>
<p class="lead">${own.lead}</p>
${
  files.length === 0
    ? emptyState({ title: own.empty, text: own.emptyText, ...(kind === 'arrest' ? { begin } : {}) })
    : html`${kind === 'arrest' ? html`<p>${buttonLink(begin)}</p>` : ''}
${linkList(files.map((file) => line(language, kind, file, now)))}`
}
${after ? html`<p><a href="${link(language, roots[kind])}?voor=${after}">${words.list.older}</a></p>` : ''}
${kind === 'arrest' ? html`<p><a href="${link(language, paths.figures)}">${words.list.toFigures}</a>${certified ? html` · <a href="${link(language, roots.protection)}">${words.list.toProtection}</a>` : ''}</p>` : ''}`
}

function line(language: Language, kind: FileKind, file: FileLine, now: Temporal.Instant) {
  const words = t(language)
  const { name, reference, state, arrestedAt, openedAt, ageGroup, next } = file
  const when = arrestedAt
    ? words.list.arrestedAt(moment(language, arrestedAt))
    : words.list.openedAt(moment(language, openedAt))
  return {
    text: `${name || words.list.unnamed} (${reference})`,
    href: link(language, paths.file({ kind, id: file.id })),
    about: html`<p>${tag(words.states[state])} <span class="quiet">${when}${ageGroup ? `, ${words.ages[ageGroup]}` : ''}</span></p>
${next ? html`<p>${next.rule.name[language]}: ${clockSentence(language, next, now)}</p>` : ''}`,
  }
}
