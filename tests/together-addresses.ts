import { anAdviceDesk, aQuestion, asked, carried, sharing } from '#capabilities/advice/an-advice.ts'
import { giveAdvice } from '#capabilities/advice/give-advice.ts'
import { takeUpAdvice } from '#capabilities/advice/take-up-advice.ts'
import { aCase } from '#capabilities/cases/a-case.ts'
import type { Fields } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const coordinator = somebody('samira-denkbeeld')
const municipal = somebody('rosa-regie')
const words = 'Wat er nog bij hoort.'

/** For every address at which organisations think together: a way to have it answer well. */
export function togetherAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = anAdviceDesk(test.house)
  const does = sharing(test.house)
  const to = municipal.organisationId
  const mine = () => asked(test.house, desk, coordinator, to)
  const theirs = async () => {
    const id = await mine()
    await carried(test.house, desk)
    return id
  }
  const taken = async () => {
    const id = await theirs()
    await does(municipal, (work) => takeUpAdvice(work, desk, id))
    return id
  }
  const askedBack = async () => {
    const id = await taken()
    await does(municipal, (work) =>
      giveAdvice(work, desk, id, { act: 'ask-back', text: 'Hoe lang al?' }),
    )
    await carried(test.house, desk)
    return id
  }
  const on =
    (who: typeof coordinator, make: () => Promise<string>, at: string, fields?: Fields) =>
    async (): Promise<Walk> => {
      const subject = await make()
      const visitor = await test.signedIn(who)
      const path = `/advies/${subject}${at}`
      return { answer: await (fields ? visitor.post(path, fields) : visitor.get(path)), subject }
    }
  const acts: readonly (readonly [string, typeof coordinator, () => Promise<string>, Fields])[] = [
    ['aanvulling', coordinator, mine, { text: words }],
    ['reactie', coordinator, askedBack, { text: words }],
    ['afronden', coordinator, mine, { outcome: words }],
    ['antwoord', municipal, taken, { text: words }],
    ['terugvraag', municipal, taken, { text: words }],
    ['afsluiten', municipal, taken, { text: words }],
  ]
  return {
    'GET /advies': async () => ({ answer: await (await test.signedIn(municipal)).get('/advies') }),
    'GET /advies/nieuw': async () => {
      const subject = await aCase(test.house, desk.cases, coordinator)
      const visitor = await test.signedIn(coordinator)
      return { answer: await visitor.get(`/advies/nieuw?casus=${subject}`), subject }
    },
    'POST /advies/nieuw': async () => ({
      answer: await (await test.signedIn(coordinator)).post('/advies/nieuw', {
        danger: 'no',
        to,
        ...aQuestion(),
      }),
    }),
    'GET /advies/:id': on(municipal, theirs, ''),
    'POST /advies/:id/oppakken': on(municipal, theirs, '/oppakken', {}),
    ...Object.fromEntries(
      acts.flatMap(([at, who, make, fields]) => [
        [`GET /advies/:id/${at}`, on(who, make, `/${at}`)],
        [`POST /advies/:id/${at}`, on(who, make, `/${at}`, fields)],
      ]),
    ),
  }
}
