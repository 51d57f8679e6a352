import { systemClock, Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { expect, type Person } from './at-work.ts'
import { goOn } from './between-organisations.ts'
import { aForm, type SentForms } from './sent-forms.ts'

/** What the conditions of the road from a school to a municipality are answered with. */
const answers = {
  ...{ 'q-consent': 'parents', 'q-consent-words': 'Moeder, gisteren.', 'q-free': 'yes' },
  ...{ 'q-necessary': 'yes', 'q-recipient-task': 'yes' },
}

type Sharing = {
  readonly who: Person
  /** what begins the draft: the file, or the occasion and the file */
  readonly begin: Readonly<Record<string, string>>
  /** words of the fact that is chosen */
  readonly fact: string
  /** organisation and role */
  readonly to: string
}

/** From the first page of sharing to what was delivered; `delivered` hears its id once that was acknowledged. */
export async function shareFromAFile(
  visitor: Visitor,
  forms: SentForms,
  { who, begin, fact, to }: Sharing,
  delivered: (id: string) => void,
): Promise<string> {
  const begun = await goOn(visitor, '/delen/nieuw', { ...begin, key: newId() })
  const id = /[0-9a-f-]{36}/.exec(begun)?.[0] ?? ''
  const at = `/delen/${id}`
  const { body: choices } = await visitor.get(`${at}/feiten`)
  const before = choices.split(fact)[0] ?? ''
  const [, facts = ''] = /.*name="facts"[^>]*value="([^"]+)"/s.exec(before) ?? []
  await goOn(visitor, `${at}/feiten`, { facts })
  await goOn(visitor, `${at}/ontvanger`, { recipient: to, aim: 'help', language: 'nl' })
  const end = Temporal.PlainDate.from(dutchDay(systemClock())).add({ days: 30 }).toString()
  const road = { road: 'school-municipality', ...datePartsFrom('end', end) }
  await goOn(visitor, `${at}/grond`, road)
  await goOn(visitor, `${at}/grond`, { ...road, ...answers, question: 'Kunnen jullie helpen?' })
  const check = await visitor.get(`${at}/nakijken`)
  expect(check.status, 200)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(check.body)?.[1] ?? ''
  const fields = { hash, key: newId() }
  await forms.send(
    visitor,
    aForm(who, `${at}/leveren`, fields, () => delivered(id)),
  )
  return id
}
