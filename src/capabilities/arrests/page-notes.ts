import { costFirst } from '#design/cost-first/cost-first.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { type TimelineItem, timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type Correction, correctionsIn } from './correction.ts'
import type { ArrestDesk } from './desk.ts'
import { fileSteps } from './file.ts'
import { nobody } from './happened.ts'
import type { NoteWords } from './note.ts'
import { choicesIn } from './page-note.ts'
import { paths } from './paths.ts'
import type { ReadFile, ReadNote } from './read-file.ts'
import { t } from './words.ts'

/** What was written, by the moment at which it happened: facts, thoughts and own words each in their form. */
export function notesList(language: Language, desk: ArrestDesk, file: ReadFile): Html {
  if (file.notes.length === 0) return html`<p>${t(language).file.noNotes}</p>`
  const inTime = [...file.notes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return timeline(inTime.map((note) => item(language, desk, file, note)))
}

function item(language: Language, desk: ArrestDesk, file: ReadFile, note: ReadNote): TimelineItem {
  const words = t(language).notes
  const until = note.until ? ` ${words.untilMoment(moment(language, note.until))}` : ''
  const by = file.names.get(note.by ?? '')
  return {
    what: noteTitle(language, desk, note),
    when: html`${moment(language, note.at)}${until}`,
    content: note.withdrawn
      ? html`<p class="quiet">${words.withdrawn}</p>`
      : html`${note.kind === 'interpretation' ? html`<div class="note--thought">${content(language, desk, note)}</div>` : content(language, desk, note)}
${by ? html`<p class="quiet">${words.by(by)}</p>` : ''}
${note.recalledAt ? html`<p><strong>${words.recalled(moment(language, note.recalledAt))}</strong></p>` : ''}
${mayWithdraw(file, note) ? withdrawAct(language, file, note) : ''}`,
  }
}

const mayWithdraw = (file: ReadFile, { mine, kind }: ReadNote): boolean =>
  mine && file.state !== 'closed' && kind !== 'decision' && kind !== 'history'

const withdrawAct = (language: Language, file: ReadFile, { id, at }: ReadNote): Html =>
  costFirst({
    act: t(language).notes.withdraw,
    of: moment(language, at),
    cost: t(language).notes.withdrawText,
    action: link(language, paths.withdraw(file, id)),
  })

/** What a note is called: what happened, who was told, with whom, or what kind of note it is. */
export function noteTitle(
  language: Language,
  { law }: Pick<ArrestDesk, 'law'>,
  { kind, code }: Pick<ReadNote, 'kind' | 'code'>,
): string {
  const words = t(language)
  if (kind === 'event') return beginning(words.events[code as keyof typeof words.events])
  if (kind === 'told') {
    const who = law.telling.tellings.find(({ id }) => id === code)?.who[language] ?? ''
    return `${words.notes.told.title}: ${who}`
  }
  if (kind === 'contact') {
    return `${words.notes.contact.title}: ${words.notes.partners[code as keyof typeof words.notes.partners]}`
  }
  const step = fileSteps.find((one) => one === code)
  if (kind === 'decision' && step) return words.file.steps[step]
  if (kind === 'history' && code === 'changed') return words.notes.changed.title
  return words.notes[kind].title
}

/** With a capital: these words stand in the middle of sentences elsewhere. */
const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Fields that are words to read as they are, under what they are. */
function content(
  language: Language,
  desk: ArrestDesk,
  { kind, done, words: said }: ReadNote,
): Html {
  const words = t(language).notes
  const choices = choicesIn(language, desk)
  const one = (name: string) => {
    const value = said[name]
    return typeof value === 'string' ? value : ''
  }
  const labelIn = (list: keyof typeof choices, value: string) =>
    choices[list].find((each) => each.value === value)?.label ?? value
  const items = [said.items ?? []].flat()
  const list = kind === 'found' ? 'found' : kind === 'present' ? 'present' : 'rights'
  const innocentOf = (id: string) =>
    kind === 'found'
      ? desk.lists.found.find((each) => each.id === id)?.otherwise[language]
      : undefined
  const plain = [
    one('beside') && kind === 'accompaniment' ? labelIn('beside', one('beside')) : '',
    one('who'),
    one('way') && labelIn('ways', one('way')),
    one('ground') && labelIn('refusals', one('ground')),
    one('permission'),
    one('language'),
    one('understood'),
    one('moment'),
    done === undefined ? '' : done ? t(language).file.answeredDone : t(language).file.answeredNot,
    ...toldOtherwise(language, desk, said),
  ].filter(Boolean)
  return html`${items.length > 0 ? html`<ul>${items.map((id) => html`<li>${labelIn(list, id)}${innocentOf(id) ? html`<br><span class="quiet">${words.otherwise(innocentOf(id) ?? '')}</span>` : ''}</li>\n`)}</ul>` : ''}
${plain.length > 0 ? html`<p>${plain.join(', ')}</p>` : ''}
${one('asked') ? html`<p class="quiet">${words.asked(one('asked'))}</p>` : ''}
${one('quote') ? html`<blockquote>${one('quote')}</blockquote>` : ''}
${one('text') ? story(one('text')) : ''}
${one('agreed') ? story(one('agreed')) : ''}
${one('innocent') ? html`<p>${words.innocent}:</p>${story(one('innocent'))}` : ''}
${correctionList(language, desk, correctionsIn(said))}
${one('reasons') ? html`<p>${words.reasons}:</p>${story(one('reasons'))}` : ''}
${one('without') ? html`<p>${words.without}:</p>${story(one('without'))}` : ''}
${one('source') ? html`<p class="quiet">${words.source(one('source'))}</p>` : ''}
${one('firstFrom') ? html`<p class="quiet">${words.receivedFrom(one('firstFrom'), [said.via ?? []].flat().join(', '))}</p>` : ''}`
}

/** What stood there and what stands there now, of what was corrected. */
function correctionList(
  language: Language,
  desk: ArrestDesk,
  corrections: readonly Correction[],
): Html {
  if (corrections.length === 0) return html``
  const words = t(language).notes.changed
  const shown = (field: Correction['field'], value: string) =>
    value === '' ? words.nothing : correctedValue(language, desk, field, value)
  return html`<ul>${corrections.map(({ field, was, is }) => html`<li>${words.line(words.fields[field], shown(field, was), shown(field, is))}</li>\n`)}</ul>`
}

function correctedValue(
  language: Language,
  { lists }: ArrestDesk,
  field: Correction['field'],
  value: string,
): string {
  if (field === 'arrestedAt') return moment(language, value)
  if (field === 'born' || field === 'factOn') return fullDay(language, value)
  if (field === 'offence') {
    const { offenceChoices } = t(language).register
    return offenceChoices[value as keyof typeof offenceChoices]
  }
  if (field !== 'offences') return value
  const nameOf = (id: string) => lists.offences.find((one) => one.id === id)?.name[language] ?? id
  return value.split(' ').map(nameOf).join('; ')
}

/** On which ground somebody was not told, and who was told instead: as the page and the delivery say it. */
export function toldOtherwise(
  language: Language,
  { law }: Pick<ArrestDesk, 'law'>,
  { exception, instead }: NoteWords,
): readonly string[] {
  const words = t(language).notes
  const nameIn = (list: 'exceptions' | 'instead', id: string) =>
    law.telling.tellings.flatMap((telling) => telling[list]).find((one) => one.id === id)?.name[
      language
    ] ?? id
  const ground = typeof exception === 'string' ? exception : ''
  const other = typeof instead === 'string' ? instead : ''
  return [
    ground && words.exception(nameIn('exceptions', ground)),
    other && words.instead(other === nobody ? words.insteadNobody : nameIn('instead', other)),
  ].filter(Boolean)
}
