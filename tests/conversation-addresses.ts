import { aCase } from '#capabilities/cases/a-case.ts'
import {
  aConversationDesk,
  aHeld,
  aPrepared,
  aShown,
} from '#capabilities/conversations/a-conversation.ts'
import type { Fields } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const coordinator = somebody('samira-denkbeeld')
const words = 'Wat er nog bij hoort.'
const talk = '/casussen/:id/gesprek/:gesprek'

/** For every address about a conversation with a young person: a way to have it answer well. */
export function conversationAddresses(
  test: TestApp,
): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = aConversationDesk(test.house)
  const aCaseFile = () => aCase(test.house, desk.cases, coordinator)
  const preparation = {
    goal: words,
    police: 'no',
    advice: 'not-needed',
    adviceWords: words,
    holder: coordinator.personId,
    version: '1',
  }
  const account = {
    'held-day': '23',
    'held-month': '11',
    'held-year': '2026',
    present: words,
    secrecy: 'told',
    secrecyWords: words,
    summary: words,
    told: words,
    version: '1',
  }
  /** A page or a form of a conversation that has come this far. */
  const onTalk =
    (make: typeof aPrepared | typeof aHeld | typeof aShown, at: string, fields?: Fields) =>
    async (): Promise<Walk> => {
      const place = await make(test.house, desk, coordinator, await aCaseFile())
      const visitor = await test.signedIn(coordinator)
      const path = `/casussen/${place.caseId}/gesprek/${place.id}${at}`
      const answer = await (fields ? visitor.post(path, fields) : visitor.get(path))
      return { answer, subject: place.id }
    }

  const onCase = (at: string, fields?: Fields) => async (): Promise<Walk> => {
    const subject = await aCaseFile()
    const visitor = await test.signedIn(coordinator)
    const path = `/casussen/${subject}/gesprek${at}`
    if (!fields) return { answer: await visitor.get(path), subject }
    // What is about the case itself is about what comes of it.
    return { answer: await visitor.post(path, fields) }
  }

  return {
    'GET /casussen/:id/gesprek': onCase(''),
    'GET /casussen/:id/gesprek/nieuw': onCase('/nieuw'),
    'POST /casussen/:id/gesprek/nieuw': onCase('/nieuw', preparation),
    [`GET ${talk}`]: onTalk(aShown, ''),
    [`GET ${talk}/blad`]: onTalk(aPrepared, '/blad'),
    [`GET ${talk}/voorbereiding`]: onTalk(aPrepared, '/voorbereiding'),
    [`POST ${talk}/voorbereiding`]: onTalk(aPrepared, '/voorbereiding', preparation),
    [`GET ${talk}/gehouden`]: onTalk(aPrepared, '/gehouden'),
    [`POST ${talk}/gehouden`]: onTalk(aPrepared, '/gehouden', account),
    [`GET ${talk}/verslag`]: onTalk(aHeld, '/verslag'),
    [`POST ${talk}/verslag`]: onTalk(aHeld, '/verslag', account),
    [`GET ${talk}/erbij`]: onTalk(aHeld, '/erbij'),
    [`POST ${talk}/erbij`]: onTalk(aHeld, '/erbij', { 'quote-1': words }),
    [`GET ${talk}/laat-lezen`]: onTalk(aHeld, '/laat-lezen'),
    [`POST ${talk}/laat-lezen`]: onTalk(aHeld, '/laat-lezen', { present: words }),
    [`GET ${talk}/lezen`]: onTalk(aShown, '/lezen'),
    [`POST ${talk}/lezen`]: onTalk(aShown, '/lezen', { addition: words }),
    [`POST ${talk}/lezen/verder`]: onTalk(aShown, '/lezen/verder', {}),
    [`GET ${talk}/lezen/klaar`]: onTalk(aShown, '/lezen/klaar'),
    [`POST ${talk}/lezen/klaar`]: onTalk(aShown, '/lezen/klaar', {}),
    [`GET ${talk}/afsluiten`]: onTalk(aShown, '/afsluiten'),
    [`POST ${talk}/afsluiten`]: onTalk(aShown, '/afsluiten', { chosen: 'nothing' }),
    [`GET ${talk}/gaat-niet-door`]: onTalk(aPrepared, '/gaat-niet-door'),
    [`POST ${talk}/gaat-niet-door`]: onTalk(aPrepared, '/gaat-niet-door', { because: 'other' }),
  }
}
