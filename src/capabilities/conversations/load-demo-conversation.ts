import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { dutchDay, dutchDayFrom } from '#platform/dates.ts'
import type { Typed } from '#platform/form.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { InTransaction } from '#platform/work.ts'
import { accountFrom } from './account.ts'
import type { ConversationDesk } from './desk.ts'
import { holdConversation } from './hold-conversation.ts'
import { newWordsFrom } from './new-words.ts'
import { preparationFrom } from './preparation.ts'
import { prepareConversation } from './prepare-conversation.ts'
import { findByKey } from './store.ts'

/** The fields of a form, as somebody fills them in. */
const form = z.record(z.string(), z.string())

const demoConversation = z.strictObject({
  key: z.string(),
  by: z.string(),
  case: z.string(),
  preparation: form,
  held: z.strictObject({
    daysAgo: z.int(),
    account: form,
    agreement: z.strictObject({ text: z.string() }),
    nextContact: z.strictObject({ text: z.string(), inDays: z.int() }),
  }),
})
type Demo = z.infer<typeof demoConversation>

type Parts = DemoRegion & {
  readonly desk: ConversationDesk
  readonly inTransaction: InTransaction
}

/**
 * Lets an invented mentor prepare and hold an invented conversation, once. Answers its identifier; nothing
 * when its case is not there.
 */
export async function loadDemoConversation(parts: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/conversation.yaml', import.meta.url)
  const demo = demoConversation.parse(readYaml(readFileSync(file, 'utf8')))
  const caseId = parts.caseOf(demo.case)
  if (caseId === undefined) return undefined
  const { organisationId, personId } = parts.actorOf(demo.by)
  const key = parts.demoId(demo.key)
  const system = { kind: 'system', name: 'demo', organisationId } as const
  const before = await parts.inTransaction(system, 'maintenance', (work) =>
    findByKey(work, { caseId, personId, key }),
  )
  return before?.id ?? (await loadConversation(parts, demo, { caseId, key }))
}

const loadConversation = (
  { desk, inTransaction, actorOf }: Parts,
  { by, preparation, held }: Demo,
  { caseId, key }: { readonly caseId: string; readonly key: string },
): Promise<string> => {
  const actor = actorOf(by)
  const language = 'nl'
  return inTransaction(actor, 'follow-up-cases', async (work) => {
    const today = dutchDay(work.now)
    const filled = { ...preparation, holder: actor.personId }
    const prepared = preparationFrom(filled, desk.knowledge, { today })
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.errors))
    const id = await prepareConversation(work, desk, caseId, {
      preparation: prepared.value,
      key,
      language,
    })
    const typed: Typed = {
      ...held.account,
      ...datePartsFrom('held', dutchDayFrom(work.now, -held.daysAgo)),
      agreement: held.agreement.text,
      'next-contact': held.nextContact.text,
      ...datePartsFrom('next-contact-on', dutchDayFrom(work.now, held.nextContact.inDays)),
    }
    const account = accountFrom(typed, today)
    const words = newWordsFrom(typed, today)
    if (!account.ok) throw new Error(JSON.stringify(account.errors))
    if (!words.ok) throw new Error(JSON.stringify(words.errors))
    await holdConversation(
      work,
      desk,
      { caseId, id },
      {
        account: account.value,
        summary: account.summary,
        words: words.value,
        language,
      },
    )
    return id
  })
}
