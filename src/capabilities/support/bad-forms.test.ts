import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { faultsIn } from '#tests/promises/bad-requests.ts'
import { hostileText } from '#tests/promises/hostile.ts'
import { aProposal, aSupportDesk } from './a-placement.ts'
import { actPaths } from './placement-forms.ts'

let app: TestApp
let coordinator: Visitor
let municipal: Visitor
let placement: string
let offer: string

const samira = somebody('samira-denkbeeld')
const rosa = somebody('rosa-regie')

before(async () => {
  app = await anApp({ demoRegion: true })
  const { caseId, id } = await aProposal(app.house, aSupportDesk(app.house), samira)
  placement = `/casussen/${caseId}/hulp/${id}`
  const { rows } = await app.house.pool.query(
    'select id from help_offer where organisation_id = $1 order by id limit 1',
    [rosa.organisationId],
  )
  offer = `/aanbod/${rows[0]?.id}`
  coordinator = await app.signedIn(samira)
  municipal = await app.signedIn(rosa)
})
after(() => app.close())

const right: Readonly<Record<string, string>> = {
  ...{
    'on-day': '23',
    'on-month': '11',
    'on-year': '2026',
    is16: 'no',
    pupil: 'no',
    parents: 'no',
  },
  ...{ pupilWords: 'x', parentsWords: 'x', by: 'both', from: 'own', because: 'other', text: 'x' },
  ...{
    'goal-1': 'not',
    'goal-2': 'not',
    pupilVoice: 'x',
    hulp: 'basta',
    read: 'yes',
    question: 'x',
  },
  ...{ wish: 'pupil', goals: 'x', intervention: 'basta', municipality: 'Waterrade', version: '1' },
  ...{ contactFunction: 'x', contactWay: 'x', schoolTypes: 'primary', places: '1', key: 'x' },
  ...{ aanbod: 'x', 'ask-day': '1', 'ask-month': '1', 'ask-year': '2027', 'starts-day': '1' },
}
const names = Object.keys(right)

test('no rubbish in any field of any form breaks it, comes back as markup or leaves half a record', async () => {
  const places = [...Object.values(actPaths), '../nieuw', 'aanbod', 'aanbod-nieuw']
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { minLength: 1, maxLength: 3 }),
      fc.array(fc.constantFrom(...names), { maxLength: 3 }),
      async (place, hurt, twice) => {
        const fields: Record<string, string | string[]> = { ...right, ...Object.fromEntries(hurt) }
        for (const name of twice) fields[name] = [fields[name] as string, 'nog een']
        const answer =
          place === 'aanbod'
            ? await municipal.post(offer, fields)
            : place === 'aanbod-nieuw'
              ? await municipal.post('/aanbod/nieuw', fields)
              : await coordinator.post(
                  place === '../nieuw'
                    ? placement.replace(/[^/]+$/, 'nieuw')
                    : `${placement}/${place}`,
                  fields,
                )
        assert.deepEqual(faultsIn(app, answer), [], place)
      },
    ),
    { seed: 20261128, numRuns: 250 },
  )
})
