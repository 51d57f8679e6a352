import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { aDocument, sendParts } from '#capabilities/cases/a-document.ts'
import { aPdf } from '#platform/upload/a-file.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'

type Walk = { readonly answer: Exchange; readonly subject: string }

const coordinator = somebody('samira-denkbeeld')

/** The addresses of documents and of the file on paper. */
export function everyPaper(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const { house, origin } = test
  const desk = aDesk(house)
  const on =
    (ask: (visitor: Visitor, path: string) => Promise<Exchange>) => async (): Promise<Walk> => {
      const subject = await aCase(house, desk, coordinator)
      const visitor = await test.signedIn(coordinator)
      return { answer: await ask(visitor, `/casussen/${subject}`), subject }
    }
  const onDocument = (ask: (visitor: Visitor, path: string) => Promise<Exchange>) =>
    on(async (visitor, path) => {
      const caseId = path.split('/').at(-1) ?? ''
      const id = await aDocument(house, desk, { who: coordinator, caseId })
      return ask(visitor, `${path}/documenten/${id}`)
    })
  const paper = (at: string) => on((visitor, path) => visitor.get(`${path}/${at}`))
  const parts = [
    { name: 'note', value: 'Gekregen van Noor' },
    { name: 'file', file: 'brief.pdf', bytes: aPdf() },
  ]
  const at = '/casussen/:id/documenten'
  return {
    'GET /casussen/:id/afdruk': paper('afdruk'),
    'GET /casussen/:id/dossier.pdf': paper('dossier.pdf'),
    [`GET ${at}`]: on((visitor, path) => visitor.get(`${path}/documenten`)),
    [`POST ${at}`]: on((visitor, path) => sendParts(visitor, origin, `${path}/documenten`, parts)),
    [`GET ${at}/:document`]: onDocument((visitor, path) => visitor.get(path)),
    [`GET ${at}/:document/weghalen`]: onDocument((visitor, path) =>
      visitor.get(`${path}/weghalen`),
    ),
    [`POST ${at}/:document/weghalen`]: onDocument((visitor, path) =>
      visitor.post(`${path}/weghalen`, { reason: 'Hoort bij een ander.' }),
    ),
  }
}
