import { editionName } from '#capabilities/knowledge/index.ts'
import { ruleLine } from '#capabilities/law/index.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import type { Temporal } from '#platform/clock.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { allClocks, clockBand } from './clock-band.ts'
import type { ArrestDesk } from './desk.ts'
import { fileSteps, stateAfter } from './file.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { notesOf } from './note.ts'
import { notesList } from './page-notes.ts'
import { paths } from './paths.ts'
import type { Member, ReadFile, ReadLook } from './read-file.ts'
import { sharedKinds } from './sharing-kinds.ts'
import { t } from './words.ts'

export const fileTitle = (
  language: Language,
  file: Pick<ReadFile, 'kind' | 'reference'>,
): string =>
  file.kind === 'arrest'
    ? t(language).file.of(file.reference)
    : t(language).file.protectionOf(file.reference)

/** One file: the clocks on top, the next step, who needs to know, what was looked at and what is written. */
export function filePage(
  language: Language,
  desk: ArrestDesk,
  file: ReadFile,
  now: Temporal.Instant,
): Html {
  const words = t(language).file
  const open = file.state !== 'closed'
  const arrest = file.kind === 'arrest'
  return html`<h1>${file.person.name || t(language).list.unnamed} ${tag(t(language).states[file.state])}</h1>
<p class="quiet">${fileTitle(language, file)}</p>
${arrest ? clockBand(language, { clocks: file.clocks, now, id: file.id }) : ''}
<h2>${words.next}</h2>
${next(language, file, nextStep(file))}
${arrest ? due(language, desk, file) : ''}
${arrest ? looks(language, desk, file) : ''}
<h2>${words.notes}</h2>
${open ? details({ summary: words.write, content: writeLinks(language, file) }) : ''}
${notesList(language, desk, file)}
<h2>${words.facts}</h2>
${facts(language, desk, file)}
${arrest ? allClocks(language, { clocks: file.clocks, now }, desk.law.findRule) : ''}
${steps(language, file)}`
}

/** Who may see it, until when it is kept, and what belongs with it for who may see both. */
export function fileAside(language: Language, desk: ArrestDesk, file: ReadFile): Html {
  const words = t(language).file
  const arrest = file.kind === 'arrest'
  const keeping = desk.lists.keeping.find(({ id }) => id === file.kind)
  return html`<h2>${words.circle}</h2>
<p>${arrest ? words.circleArrest : words.circleProtection}</p>
<ul>${file.circle.map((one) => member(language, file, one))}</ul>
${file.state === 'closed' ? '' : html`<p><a href="${link(language, paths.circle(file))}">${words.letIn}</a></p>`}
${linked(language, file)}
${file.state === 'closed' ? '' : share(language, file)}
<h2>${words.keeping}</h2>
<p>${words.keptUntil(fullDay(language, file.keptUntil.ground), fullDay(language, file.keptUntil.there))}</p>
${keeping ? html`<p class="quiet">${keeping.says[language]}</p>` : ''}`
}

const share = (language: Language, file: ReadFile): Html => {
  const words = t(language).sharing
  return html`<h2>${words.title}</h2>
<p>${words.lead}</p>
${form({
  action: link(language, paths.share),
  content: html`${keyField(newId())}<input type="hidden" name="soort" value="${sharedKinds[file.kind]}"><input type="hidden" name="dossier" value="${file.id}">
${buttonGroup(
  button({ text: words.begin, look: 'secondary' }),
  button({ text: words.ask, look: 'secondary', name: 'vraagt', value: 'ja' }),
)}`,
})}`
}

const next = (language: Language, file: ReadFile, step: NextStep): Html => {
  const words = t(language).file
  const text = html`<p>${words.nextSteps[step]}</p>`
  const go = (label: string, path: string) =>
    html`${text}\n<p>${buttonLink({ text: label, href: link(language, path) })}</p>`
  if (step === 'rights') return go(t(language).notes.rights.link, paths.note(file, 'rights'))
  if (step === 'look') return go(words.lookFirst, paths.look(file.id, 'first'))
  if (step === 'fullMine') return go(words.lookFull, paths.look(file.id, 'full'))
  if (step === 'ready') return go(words.steps.ready, paths.step(file, 'ready'))
  return text
}

function due(language: Language, desk: ArrestDesk, file: ReadFile): Html {
  const words = t(language).file
  const items = file.tellings.map(({ telling, since, answer }) => {
    const rule = telling.rule === null ? undefined : desk.law.findRule(telling.rule)
    const term = telling.term ? words.term(telling.term[language]) : words.noTerm
    const done = answer && (answer.kind === 'contact' || answer.done)
    return {
      text: telling.who[language],
      href: link(language, paths.tell(file.id, telling.id)),
      about: html`<p>${answer ? tag(done ? words.answeredDone : words.answeredNot) : tag(words.toAnswer)} <span class="quiet">${term}, ${words.since(moment(language, since.toString()))}</span></p>
<p class="quiet">${rule ? ruleLine(language, rule) : t(language).telling.noRule}</p>
${telling.mark === 'own' ? html`<p class="quiet">${t(language).telling.own}</p>` : ''}`,
    }
  })
  return html`<h2>${words.due}</h2>
${items.length === 0 ? html`<p>${words.nobodyDue}</p>` : html`<p>${words.dueLead}</p>\n${linkList(items)}`}`
}

function looks(language: Language, desk: ArrestDesk, file: ReadFile): Html {
  const words = t(language).file
  const open = file.state !== 'closed'
  const again = file.looks.length === 0 ? words.lookFirst : words.lookAgain
  return html`<h2>${words.looks}</h2>
${file.looks.length === 0 ? html`<p>${words.noLook}</p>` : file.looks.map((one) => look(language, desk, file, one))}
${
  open
    ? buttonGroup(
        buttonLink({
          text: again,
          href: link(language, paths.look(file.id, 'first')),
          look: 'secondary',
        }),
        ...(file.certified
          ? [
              buttonLink({
                text: words.lookFull,
                href: link(language, paths.look(file.id, 'full')),
                look: 'secondary',
              }),
            ]
          : []),
      )
    : ''
}`
}

function look(
  language: Language,
  { instrument }: Pick<ArrestDesk, 'instrument'>,
  { names }: Pick<ReadFile, 'names'>,
  { part, at, by, further, words: said, edition }: ReadLook,
): Html {
  const words = t(language).file
  return html`<div class="panel">
<h3>${words.lookParts[part]}</h3>
<p class="quiet">${moment(language, at)}, ${names.get(by) ?? ''}</p>
<p><strong>${words.further[further ? 'true' : 'false']}</strong></p>
<p>${words.because}:</p>
${story(said.because)}
${details({
  summary: words.answers,
  content: html`<ul>${said.answers.map(({ asked, answer, seen, beside }) => html`<li>${asked} <strong>${t(language).look.answers[answer]}</strong>${seen ? story(seen) : ''}${beside ? html`<p class="quiet">${seen === undefined ? t(language).look.oldBeside : t(language).look.beside}</p>${story(beside)}` : ''}</li>\n`)}</ul>
<p class="quiet">${words.edition(editionName(language, instrument.edition, edition))}</p>`,
})}
</div>\n`
}

const writeLinks = (language: Language, file: ReadFile): Html =>
  html`<ul>${notesOf(file.kind).map((kind) => html`<li><a href="${link(language, paths.note(file, kind))}">${t(language).notes[kind].link}</a></li>\n`)}</ul>`

function facts(language: Language, desk: ArrestDesk, file: ReadFile): Html {
  const words = t(language).file
  const { person } = file
  const born = person.born
    ? fullDay(language, person.born)
    : person.toldAge === undefined
      ? undefined
      : words.toldAge(person.toldAge)
  const by = words.openedBy(file.names.get(file.openedBy) ?? '', moment(language, file.openedAt))
  const arrest = file.kind === 'arrest'
  return html`${summaryList(language, [
    { key: words.person, value: person.name || undefined },
    { key: words.born, value: born },
    { key: words.language, value: person.language || undefined },
    ...(arrest
      ? [
          { key: words.arrestedAt, value: file.arrestedAt && moment(language, file.arrestedAt) },
          { key: words.age, value: ageWords(language, desk, file) },
          { key: words.offences, value: offenceWords(language, desk, file) },
          {
            key: t(language).register.offence,
            value: t(language).register.offenceChoices[file.offence],
          },
          { key: words.place, value: file.place || undefined },
        ]
      : [{ key: words.reason, value: story(file.reason) }]),
  ])}
<p class="quiet">${by}</p>
${file.readyWithout ? html`<p>${words.withoutLook}</p>` : ''}
${arrest && file.state !== 'closed' ? html`<p><a href="${link(language, paths.change(file.id))}">${words.change}</a></p>` : ''}`
}

function ageWords(
  language: Language,
  { lists, law }: ArrestDesk,
  { ageGroup, factOn }: ReadFile,
): Html {
  const words = t(language).file
  const age = lists.ages.find(({ id }) => id === ageGroup)
  const rules = age?.rules.flatMap((id) => law.findRule(id) ?? []) ?? []
  const on =
    factOn && words[factOn.written ? 'ageOnFact' : 'ageOnArrest'](fullDay(language, factOn.day))
  return html`${age ? age.says[language] : words.ageUnknown}${on ? html`<br>${on}` : ''}${rules.map((rule) => html`<br>${ruleLine(language, rule)}`)}`
}

function offenceWords(language: Language, desk: ArrestDesk, file: ReadFile): Html | undefined {
  const words = t(language).file
  const known = desk.lists.offences.filter(({ id }) => file.offences.includes(id))
  if (known.length === 0 && file.offenceWords === '') return undefined
  const formsOf = (ids: readonly string[]) =>
    ids.map((id) => desk.knowledge.findForm(id)?.name[language] ?? id).join(', ')
  return html`${known.length > 0 ? html`<ul>${known.map(({ name, forms }) => html`<li>${name[language]}<br><span class="quiet">${words.forms(formsOf(forms))}</span></li>\n`)}</ul>\n<p class="quiet">${words.formsOwn}</p>` : ''}
${file.offenceWords ? story(file.offenceWords) : ''}`
}

function steps(language: Language, file: ReadFile): Html {
  const possible = fileSteps.filter((step) =>
    stateAfter(file.kind, step, file.state, file.ageGroup),
  )
  return buttonGroup(
    ...possible.map((step) =>
      buttonLink({
        text: t(language).file.steps[step],
        href: link(language, paths.step(file, step)),
        look: 'secondary',
      }),
    ),
  )
}

function member(language: Language, file: ReadFile, one: Member): Html {
  const words = t(language).file
  const name = file.names.get(one.personId) ?? ''
  const when = one.endedAt
    ? words.memberEnded(moment(language, one.endedAt))
    : words.memberSince(moment(language, one.since))
  return html`<li>${name} <span class="quiet">${when}</span>${one.reason ? story(one.reason) : ''}${one.endReason ? story(one.endReason) : ''}${
    one.endedAt
      ? ''
      : html` <a href="${link(language, paths.endAccess(file, one.personId))}">${words.endAccess}<span class="visually-hidden">: ${name}</span></a>`
  }</li>\n`
}

function linked(language: Language, file: ReadFile): Html {
  const words = t(language).file
  const arrest = file.kind === 'arrest'
  const other = arrest ? 'protection' : 'arrest'
  const links = file.linked.map(({ id, reference }) => ({
    text: fileTitle(language, { kind: other, reference }),
    href: link(language, paths.file({ kind: other, id })),
  }))
  const begin =
    arrest && file.certified && file.state !== 'closed'
      ? html`<p><a href="${link(language, paths.openProtection(file.id))}">${words.openProtection}</a></p>`
      : ''
  if (links.length === 0) return html`${begin}`
  return html`<h2>${arrest ? words.linked : words.linkedArrest}</h2>
<p>${words.linkedLead}</p>
${linkList(links)}
${begin}`
}
