import { type Content, type Html, html, idFrom } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { tag } from '#design/tag/tag.ts'
import type { Role } from '#platform/actor.ts'
import { fullDay, moment } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { caseLink } from './paths.ts'
import type { LineItem } from './read-line.ts'
import { t } from './words.ts'

/** What the words of another capability add to an entry. */
export type Telling = {
  readonly names: ReadonlyMap<string, string>
  readonly roleName: (role: Role, language: Language) => string
  /** the wording of a signal of the list */
  readonly wordingOf: (code: string, language: Language) => string
}

type At = { readonly language: Language; readonly caseId: string; readonly telling: Telling }

/** The line of time: what was written and what was done, each in its own form. */
export const linePart = (
  language: Language,
  caseId: string,
  items: readonly LineItem[],
  telling: Telling,
): Html =>
  html`<ol class="case-line">${items.map((item) => html`<li>${entryOf({ language, caseId, telling }, item)}</li>\n`)}</ol>`

const nameIn = ({ language, telling }: At, id: string | undefined): string =>
  (id && telling.names.get(id)) || t(language).unknownPerson

function entryOf(at: At, item: LineItem): Html {
  const { language } = at
  if (item.kind === 'event') return eventOf(at, item)
  const words = t(language)
  const { withdrawnBecause: because } = item
  return html`<article class="entry entry--${item.kind}" id="${idFrom(`regel-${item.id}`)}">
<p class="entry__head"><span class="entry__kind">${words.kinds[item.kind]}</span> ${when(at, item)}${
    item.kind === 'decision' && item.not ? html` ${tag(words.entry.not)}` : ''
  }</p>
${item.recalledAt ? html`<p>${tag(words.entry.recalled(moment(language, item.recalledAt)))}</p>` : ''}
${because ? html`<p class="quiet">${words.entry.withdrawn[because]}</p>` : body(at, item)}
<p class="quiet">${writtenLine(at, item)}</p>
${because ? '' : html`<p class="entry__more"><a href="${caseLink(language, at.caseId, `regels/${item.id}`)}">${words.entry.open}<span class="visually-hidden">: ${words.kinds[item.kind]}, ${moment(language, item.writtenAt)}</span></a></p>`}
</article>`
}

function when({ language }: At, item: LineItem): Html {
  const { entry } = t(language)
  const day = item.happenedOn ? fullDay(language, item.happenedOn) : ''
  const inWords =
    item.kind === 'fact' || item.kind === 'contact' || item.kind === 'signal'
      ? (item.words?.moment ?? '')
      : ''
  const told = [day, inWords].filter((one) => one !== '').join(', ')
  const needed = item.kind === 'fact' || item.kind === 'signal' || item.kind === 'contact'
  if (told === '')
    return html`${needed ? html`<span class="quiet">${entry.dayUnknown}</span>` : ''}`
  return html`<time class="quiet">${told}</time>`
}

function body(at: At, item: Exclude<LineItem, { kind: 'event' }>): Html {
  const { language, telling } = at
  const { entry } = t(language)
  const pair = (key: string, value: Content): Html => html`<p><strong>${key}:</strong> ${value}</p>`
  switch (item.kind) {
    case 'fact':
      return html`${story(item.words?.text ?? '')}
${pair(entry.source, `${item.words?.source ?? ''} (${entry.origins[item.origin]})`)}`
    case 'interpretation':
      return html`${story(item.words?.text ?? '')}
<p><strong>${entry.innocent}:</strong></p><ul>${(item.words?.innocent ?? []).map((one) => html`<li>${one}</li>`)}</ul>`
    case 'decision':
      return html`${story(item.words?.text ?? '')}
<p><strong>${entry.reasons}:</strong></p>${story(item.words?.reasons ?? '')}`
    case 'contact':
      return html`${pair(entry.withWhom, `${item.words?.withWhom ?? ''} (${item.words ? entry.ways[item.words.how] : ''})`)}
${story(item.words?.text ?? '')}`
    case 'signal': {
      const { words } = item
      if (!words) return html``
      return html`<p><strong>${words.reference}</strong></p>
${story(words.text)}
${pair(entry.source, words.source)}
${words.observed.length > 0 ? html`<p><strong>${entry.observed}:</strong></p><ul>${words.observed.map((code) => html`<li>${telling.wordingOf(code, language)}</li>`)}</ul>` : ''}
${words.innocent ? pair(entry.innocent, words.innocent) : ''}`
    }
  }
}

function writtenLine(at: At, item: Exclude<LineItem, { kind: 'event' }>): string {
  const { language, telling } = at
  const { entry } = t(language)
  const who = nameIn(at, item.writtenBy)
  const written = moment(language, item.writtenAt)
  const parts = [
    item.kind === 'decision'
      ? `${entry.decidedBy(who, telling.roleName(item.decidedAs as Role, language))}, ${written}`
      : item.kind === 'interpretation'
        ? entry.thinks(who, written)
        : item.kind === 'signal'
          ? `${entry.broughtBy(who)}, ${written}`
          : entry.writtenBy(who, written),
    ...(item.changedAt
      ? [entry.changed(nameIn(at, item.changedBy), moment(language, item.changedAt))]
      : []),
    ...(item.from ? [entry.from[item.from.capability]] : []),
  ]
  return parts.join('; ')
}

function eventOf(at: At, item: Extract<LineItem, { kind: 'event' }>): Html {
  const { language } = at
  const { events, entry, roles, outcomes } = t(language)
  const who = nameIn(at, item.writtenBy)
  const { text = '', told, role, outcome } = item.words ?? {}
  const what = [role && roles[role], outcome && outcomes[outcome]].filter(Boolean)
  return html`<div class="entry entry--event">
<p>${events[item.event](who, nameIn(at, item.aboutPerson))} <time class="quiet">${moment(language, item.writtenAt)}</time></p>
${what.length > 0 ? html`<p><strong>${what.join(', ')}</strong></p>` : ''}
${text === '' ? '' : story(text)}
${told ? html`<p><strong>${entry.told}:</strong></p>${story(told)}` : ''}
</div>`
}
