import { buttonGroup, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { fullDay, moment } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { EntryWords } from './entry.ts'
import { caseLink } from './paths.ts'
import type { EntryVersion, ReadEntry } from './read-entry.ts'
import { t } from './words.ts'

/** One entry with everything it ever said. */
export function entryPage(language: Language, entry: ReadEntry): Html {
  const words = t(language)
  const { head, id, kind, versions, withdrawnBecause } = entry
  const now = versions.at(-1)
  const before = versions.slice(0, -1).toReversed()
  return html`<h1>${words.entryPage.title(words.kinds[kind])}</h1>
<p class="quiet">${words.code(head.code)}</p>
${withdrawnBecause ? html`<p>${words.entry.withdrawn[withdrawnBecause]}</p>` : ''}
${now ? versionOf(language, entry, now) : ''}
${buttonGroup(
  ...(entry.mayChange
    ? [
        buttonLink({
          text: words.entryPage.edit,
          href: caseLink(language, head.id, `regels/${id}/aanpassen`),
          look: 'secondary',
        }),
      ]
    : []),
  ...(entry.mayWithdraw
    ? [
        buttonLink({
          text: words.entryPage.withdraw,
          href: caseLink(language, head.id, `regels/${id}/weghalen`),
          look: 'secondary',
        }),
      ]
    : []),
)}
${
  before.length > 0
    ? html`<h2>${words.entryPage.versions}</h2>
${before.map((one) => details({ summary: `${words.entryPage.version(one.version)}: ${writtenLine(language, entry, one)}`, content: versionOf(language, entry, one) }))}`
    : ''
}`
}

const writtenLine = (language: Language, { names }: ReadEntry, one: EntryVersion): string =>
  t(language).entry.writtenBy(
    names.get(one.writtenBy) ?? t(language).unknownPerson,
    moment(language, one.writtenAt),
  )

const versionOf = (language: Language, entry: ReadEntry, one: EntryVersion): Html =>
  html`<div class="panel">${entryTexts(language, one.words).map(
    ({ key, text }) => html`${key ? html`<p><strong>${key}:</strong></p>` : ''}${story(text)}`,
  )}
<p class="quiet">${writtenLine(language, entry, one)}</p></div>`

type Told = { readonly key: string; readonly text: string }

/** The words of any entry, each with what it is. */
export function entryTexts(language: Language, words: EntryWords[keyof EntryWords]): Told[] {
  const { entry } = t(language)
  const told: Told[] = [{ key: '', text: words.text }]
  if ('source' in words) {
    const origin = 'origin' in words && words.origin ? ` (${entry.origins[words.origin]})` : ''
    told.push({ key: entry.source, text: `${words.source}${origin}` })
  }
  if ('withWhom' in words) {
    told.push({ key: entry.withWhom, text: `${words.withWhom} (${entry.ways[words.how]})` })
  }
  if ('innocent' in words) {
    const { innocent } = words
    told.push({
      key: entry.innocent,
      text: typeof innocent === 'string' ? innocent : innocent.join('\n'),
    })
  }
  if ('reasons' in words) told.push({ key: entry.reasons, text: words.reasons })
  if ('moment' in words) {
    const day = 'on' in words && words.on ? fullDay(language, words.on) : ''
    const when = [day, words.moment].filter((one) => one !== '').join(', ')
    told.push({ key: entry.when, text: when || entry.dayUnknown })
  }
  return told.filter(({ text }) => text !== '')
}
