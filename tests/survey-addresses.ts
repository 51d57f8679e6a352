import {
  aList,
  anOpenWave,
  answered,
  aSurveyDesk,
  asResearcher,
  type OpenWave,
  questionnaireName,
} from '#capabilities/research/a-wave.ts'
import { addList } from '#capabilities/research/add-list.ts'
import { closeWave } from '#capabilities/research/close-wave.ts'
import { readNextWords } from '#capabilities/research/code-words.ts'
import { drawWave } from '#capabilities/research/draw-wave.ts'
import { makeWave } from '#capabilities/research/make-wave.ts'
import { openUrn } from '#capabilities/research/open-urn.ts'
import { makeOwnHalf } from '#capabilities/research/open-wave.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const researcher = somebody('wies-waarneming')
const aWave = {
  title: 'Verzonnen meting',
  questionnaire: questionnaireName,
  'closesOn-day': '1',
  'closesOn-month': '6',
  'closesOn-year': '2027',
}
const aDraw = { seed: 'proef', size: 4, least: 0, by: ['kind'], steps: [] } as const

/** A form with a file, as a browser sends it. */
export const withFile = (fields: Readonly<Record<string, string>>, bytes: Buffer) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', new Blob([new Uint8Array(bytes)]), 'lijst.csv')
  return body
}

/** For every address of the waves of a survey: a way to have it answer well. */
export function surveyAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = aSurveyDesk(test.house)
  const does = asResearcher(test.house, researcher)
  const { organisationId } = researcher
  const prepared = async () => {
    const content = { title: 'Verzonnen meting', questionnaire: questionnaireName }
    return (await does((work) => makeWave(work, { ...content, closesOn: '2027-06-01' }))) ?? ''
  }
  const listed = async () => {
    const id = await prepared()
    await does((work) => addList(work, id, { kind: 'vo', bytes: aList(8, 'V') }))
    return id
  }
  const drawn = async () => {
    const id = await listed()
    await does((work) => drawWave(work, id, aDraw))
    return id
  }
  const open = () => anOpenWave(test.house, { actor: researcher, desk, schools: { vo: 12 } })
  const halvesOf = ([one, other]: readonly [string, string]): Fields => ({
    'secret-one': one,
    'secret-other': other,
  })
  const on = async (subject: string, ask: (visitor: Visitor) => Promise<Exchange>) => ({
    answer: await ask(await test.signedIn(researcher)),
    subject,
  })
  const posted = (at: string, make: () => Promise<string>, fields?: Fields) => async () => {
    const id = await make()
    return on(id, (v) => v.post(`/metingen/${id}/${at}`, fields))
  }
  const sent =
    (
      at: string,
      make: () => Promise<string>,
      fields: Readonly<Record<string, string>>,
      bytes: Buffer,
    ) =>
    async () => {
      const id = await make()
      return on(id, (v) =>
        v.send(`/metingen/${id}/${at}`, {
          method: 'POST',
          headers: { origin: test.origin },
          body: withFile(fields, bytes),
        }),
      )
    }
  const onOpen = (at: string, fields?: (wave: OpenWave) => Fields) => async () => {
    const wave = await open()
    return on(wave.id, (v) => v.post(`/metingen/${wave.id}/${at}`, fields?.(wave)))
  }
  /** A wave of which the urn was opened; every school wrote something. */
  const counted = async () => {
    const { id, halves, schools } = await open()
    for (const { code } of schools) {
      const answers = { worried: 'yes', help: 'Meer tijd.' }
      await answered(test.house, desk, { organisationId, wave: id, code }, answers)
    }
    await does((work) => closeWave(work, id))
    await does((work) => openUrn(work, desk, id, halves))
    return id
  }
  return {
    'GET /metingen/:id/uitkomsten': async () => {
      const id = await counted()
      return on(id, (v) => v.get(`/metingen/${id}/uitkomsten`))
    },
    'GET /metingen/:id/woorden/:question': async () => {
      const id = await counted()
      return on(id, (v) => v.get(`/metingen/${id}/woorden/help`))
    },
    'POST /metingen/:id/woorden/:question': async () => {
      const id = await counted()
      const { next } = await does((work) => readNextWords(work, desk, id, 'help'))
      const chosen = { answer: next?.answer ?? '', codes: 'time' }
      return on(id, (v) => v.post(`/metingen/${id}/woorden/help`, chosen))
    },
    'POST /metingen/:id/publiceren': posted('publiceren', counted, {
      publish: 'yes',
      unsorted: 'yes',
    }),
    'GET /metingen': async () => ({
      answer: await (await test.signedIn(researcher)).get('/metingen'),
    }),
    'GET /metingen/nieuw': async () => ({
      answer: await (await test.signedIn(researcher)).get('/metingen/nieuw'),
    }),
    'POST /metingen/nieuw': async () => ({
      answer: await (await test.signedIn(researcher)).post('/metingen/nieuw', aWave),
    }),
    'GET /metingen/:id': async () => {
      const id = await drawn()
      return on(id, (v) => v.get(`/metingen/${id}`))
    },
    'POST /metingen/:id/lijsten': sent('lijsten', prepared, { kind: 'vo' }, aList(8, 'V')),
    'POST /metingen/:id/lijsten/weg': posted('lijsten/weg', listed, { kind: 'vo' }),
    'POST /metingen/:id/trekking': posted('trekking', listed, {
      seed: 'proef',
      size: '4',
      by: 'kind',
    }),
    'POST /metingen/:id/sleutel': posted('sleutel', drawn),
    'GET /metingen/:id/begin': async () => {
      const id = await drawn()
      await does((work) => makeOwnHalf(work, id))
      return on(id, (v) => v.get(`/metingen/${id}/begin`))
    },
    'POST /metingen/:id/begin': async () => {
      const id = await drawn()
      const { half } = await does((work) => makeOwnHalf(work, id))
      return on(id, (v) => v.post(`/metingen/${id}/begin`, { secret: half }))
    },
    'GET /metingen/:id/scholen': async () => {
      const { id } = await open()
      return on(id, (v) => v.get(`/metingen/${id}/scholen`))
    },
    'POST /metingen/:id/adressen': sent(
      'adressen',
      async () => (await open()).id,
      {},
      Buffer.from('VESTIGINGSCODE;MAILADRES\n99VA00;school@voorbeeld.example\n'),
    ),
    'POST /metingen/:id/uitnodigen': onOpen('uitnodigen'),
    'POST /metingen/:id/brieven': onOpen('brieven', () => ({ again: 'yes' })),
    'POST /metingen/:id/herinneren': onOpen('herinneren'),
    'POST /metingen/:id/code': onOpen('code', () => ({ school: '99VA00', replaces: 'yes' })),
    'POST /metingen/:id/sluiten': onOpen('sluiten', () => ({ close: 'yes' })),
    'GET /metingen/:id/stembus': async () => {
      const { id } = await open()
      await does((work) => closeWave(work, id))
      return on(id, (v) => v.get(`/metingen/${id}/stembus`))
    },
    'POST /metingen/:id/stembus': async () => {
      const { id, halves, schools } = await open()
      for (const { code } of schools) {
        await answered(test.house, desk, { organisationId, wave: id, code }, { worried: 'yes' })
      }
      await does((work) => closeWave(work, id))
      return on(id, (v) => v.post(`/metingen/${id}/stembus`, halvesOf(halves)))
    },
  }
}
