import { randomUUID } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { coordinator } from './at-work.ts'
import { aForm, type SentForms } from './sent-forms.ts'

/** The cases that were opened: id → the name of the young person in it. */
export type OpenedCases = Map<string, string>

/** Opens a case by its form; answers its id. */
export async function openACase(
  visitor: Visitor,
  forms: SentForms,
  opened: OpenedCases,
): Promise<string> {
  const name = `Noor ${randomUUID()}`
  const fields = { name, question: 'Wat heeft Noor nodig?', key: newId() }
  let id = ''
  const form = aForm(coordinator, '/casussen/nieuw', fields, ({ location }) => {
    id = location.split('/').at(-1) ?? ''
    opened.set(id, name)
  })
  await forms.send(visitor, form)
  return id
}
