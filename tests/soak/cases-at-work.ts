import { randomUUID } from 'node:crypto'
import { systemClock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { type OpenedCases, openACase } from './open-a-case.ts'
import { aForm, type SentForms } from './sent-forms.ts'

type Kept = {
  /** entry → the words of its versions, newest last */
  readonly entries: { id: string; versions: string[] }[]
  readonly tasks: { title: string; ended: string | undefined }[]
}

const today = () => datePartsFrom('due', dutchDay(systemClock())) as Record<string, string>

/** Coordinators who open a case, write in it, write an entry anew, and give and end a task. */
export function casesAtWork(forms: SentForms, opened: OpenedCases, writers: number): AtWork {
  const kept = new Map<string, Kept>()

  async function oneCase(origin: string): Promise<void> {
    const visitor = await signedIn(origin, coordinator)
    const id = await openACase(visitor, forms, opened)
    const at = `/casussen/${id}`
    const file: Kept = { entries: [], tasks: [] }
    kept.set(id, file)
    for (let count = 0; count < 3; count += 1) {
      await write(visitor, at, file, 'feit', { source: 'mentor', origin: 'own' })
      await write(visitor, at, file, 'duiding', { innocent: 'Een bijbaan.' })
    }
    const [first] = file.entries
    if (first) await writeAnew(visitor, at, first)
    await doTask(visitor, at, file)
  }

  async function write(
    visitor: Visitor,
    at: string,
    { entries }: Kept,
    kind: 'feit' | 'duiding',
    more: Record<string, string>,
  ): Promise<void> {
    const text = `regel ${randomUUID()}`
    const form = aForm(coordinator, `${at}/${kind}`, { text, ...more, key: newId() }, () =>
      entries.push({ id: '', versions: [text] }),
    )
    await forms.send(visitor, form)
  }

  async function writeAnew(visitor: Visitor, at: string, entry: Kept['entries'][number]) {
    const { body } = await visitor.get(at)
    const article = body.split('<article').find((one) => one.includes(entry.versions[0] ?? '-'))
    entry.id = /regels\/([0-9a-f-]{36})/.exec(article ?? '')?.[1] ?? ''
    const text = `anders ${randomUUID()}`
    const fields = { text, source: 'mentor', origin: 'own', version: '1' }
    const form = aForm(coordinator, `${at}/regels/${entry.id}/aanpassen`, fields, () =>
      entry.versions.push(text),
    )
    await forms.send(visitor, form)
  }

  async function doTask(visitor: Visitor, at: string, { tasks }: Kept): Promise<void> {
    const title = `taak ${randomUUID()}`
    const fields = { title, owner: coordinator.personId, ...today(), key: newId() }
    const given = aForm(coordinator, `${at}/taken/nieuw`, fields, () =>
      tasks.push({ title, ended: undefined }),
    )
    await forms.send(visitor, given)
    const { body } = await visitor.get(`${at}/taken`)
    const id = /taken\/([0-9a-f-]{36})/.exec(body)?.[1] ?? ''
    const words = `gedaan ${randomUUID()}`
    const ended = aForm(coordinator, `${at}/taken/${id}/klaar`, { words }, () => {
      const task = tasks.find((one) => one.title === title)
      if (task) task.ended = words
    })
    await forms.send(visitor, ended)
  }

  async function missingIn(visitor: Visitor, id: string, { entries, tasks }: Kept) {
    const at = `/casussen/${id}`
    const file = await visitor.get(at)
    const findings = foundIn(file.body, opened.get(id) ?? '-', `the name in case ${id}`)
    for (const entry of entries) {
      const [now = '-', ...before] = entry.versions.toReversed()
      findings.push(...foundIn(file.body, now, `an entry of case ${id}`))
      if (before.length === 0) continue
      const { body } = await visitor.get(`${at}/regels/${entry.id}`)
      for (const words of entry.versions) {
        findings.push(...foundIn(body, words, `a version of entry ${entry.id}`))
      }
    }
    if (tasks.length === 0) return findings
    const { body } = await visitor.get(`${at}/taken`)
    for (const { title, ended } of tasks) {
      findings.push(...foundIn(body, title, `a task of case ${id}`))
      if (!ended) continue
      findings.push(...foundIn(body, ended, `the end of a task of case ${id}`))
      findings.push(...foundIn(file.body, ended, `the line about a task of case ${id}`))
    }
    return findings
  }

  return {
    async work(origin) {
      await Promise.all(Array.from({ length: writers }, () => untilGone(() => oneCase(origin))))
    },
    async afterwards(origin) {
      const visitor = await signedIn(origin, coordinator)
      const findings: Finding[] = []
      const list = await everyPage(visitor)
      for (const [id, name] of opened) {
        findings.push(...foundIn(list, name, `case ${id} in the list`))
      }
      for (const [id, one] of kept) findings.push(...(await missingIn(visitor, id, one)))
      return findings
    },
    acknowledged() {
      const all = [...kept.values()]
      const count = (what: (one: Kept) => number) => all.reduce((sum, one) => sum + what(one), 0)
      return {
        cases: opened.size,
        entries: count(({ entries }) => entries.length),
        'written anew': count(
          ({ entries }) => entries.filter(({ versions }) => versions.length > 1).length,
        ),
        'tasks ended': count(({ tasks }) => tasks.filter(({ ended }) => ended).length),
      }
    },
  }
}

/** The whole list of open cases, page after page. */
async function everyPage(visitor: Visitor): Promise<string> {
  let all = ''
  for (let before: string | undefined = ''; before !== undefined; ) {
    const { body } = await visitor.get(`/casussen?stand=open${before}`)
    all += body
    // The switch of languages names the page that is read as well.
    const next = /rel="next" href="[^"]*(voor=[0-9a-f-]{36})/.exec(body)?.[1]
    before = next && `&${next}`
  }
  return all
}
