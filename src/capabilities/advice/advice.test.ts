import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type AdviceAct,
  type AdviserState,
  actsOf,
  begun,
  done,
  isOver,
  possible,
  received,
  type Side,
  type Standing,
  type Step,
  stateOf,
} from './advice.ts'
import { type IdentifyingKind, identifying, idOf, unseen } from './identifying.ts'

const known = {
  name: 'Noor van der Voorbeeld-Fantasie',
  number: '44.11',
  contacts: 'Moeder, Mies Verzonnen, 06 12 34 56 78',
}

const kindsIn = (text: string) => identifying(text, known).map(({ kind }) => kind)

const tells: readonly (readonly [string, IdentifyingKind])[] = [
  ['Het gaat om noor.', 'name'],
  ['NOOR heeft twee telefoons', 'name'],
  ['Nóór komt niet', 'name'],
  ['Noors telefoon ging', 'name'],
  ['familie Fantasie', 'name'],
  ['haar moeder Mies weet het niet', 'name'],
  ['leerling 44.11 uit de derde', 'pupil-number'],
  ['BSN 111222333', 'citizen-number'],
  ['bel 06-12345678', 'phone'],
  ['bel +31 6 12 34 56 78', 'phone'],
  ['0031612345678', 'phone'],
  ['bel (020) 123 45 67', 'phone'],
  ['mail naar jan.jansen@school.example', 'email'],
  ['op snap is het @wie_dan_ook', 'account'],
  ['geld op NL91 ABNA 0417 1643 00', 'iban'],
  ['geld op nl91abna0417164300', 'iban'],
  ['scooter met XX-99-XX', 'plate'],
  ['auto GB 001 B voor de deur', 'plate'],
  ['auto 12-abc-3', 'plate'],
  ['geboren 4-5-2011', 'date'],
  ['geboren 04/05/11', 'date'],
  ['geboren op 4 mei 2011', 'date'],
  ['geboren op 2011-05-04', 'date'],
  ['woont in 1234 AB', 'postcode'],
  ['een leerling, samen met Sem, kwam laat', 'may-be-name'],
]

for (const [text, kind] of tells) {
  test(`"${text}" may tell who it is: ${kind}`, () => {
    assert.ok(kindsIn(text).includes(kind), JSON.stringify(identifying(text, known)))
  })
}

const silent = [
  'Een leerling van 15 mist lessen. De vriend is ouder.',
  'Bel 112, of Veilig Thuis op 0800-2000.',
  'Ze kreeg 250 euro en in 2026 weer 1200 euro.',
  'Van 12 en 13 jaar, om 14.30 uur, in week 45-46.',
  'Op maandag 12 mei stond hij er weer.',
  'De moeder van een van de leerlingen belde met de school.',
  'Het ging via Snapchat en WhatsApp.\nDaarna niet meer.',
  'Op het VMBO gebeurt dit vaker: twee of drie keer per jaar.',
  '“Kom mee”, zei iemand. Toen ging het mis.',
]
for (const text of silent) {
  test(`"${text}" tells nothing of anybody`, () => {
    assert.deepEqual(identifying(text, known), [])
  })
}

test('without a case no name is known, and a word with a capital is still shown', () => {
  const found = identifying('die dag was Noor er niet')
  assert.deepEqual(found, [{ kind: 'may-be-name', found: 'Noor' }])
})

test('what stands there twice is shown once, and what was looked at is not shown again', () => {
  const found = identifying('noor en Noor, 06-12345678', known)
  assert.equal(found.length, 2)
  const [name] = found
  assert.ok(name)
  assert.deepEqual(
    unseen(found, [idOf(name)]).map(({ kind }) => kind),
    ['phone'],
  )
  assert.deepEqual(unseen(found, found.map(idOf)), [])
})

test('looking at a text never throws and takes no time, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, name) => {
      identifying(text, { name, number: name, contacts: text })
    }),
    { numRuns: 200 },
  )
  for (const text of [
    '0'.repeat(10_000),
    'a@'.repeat(5_000),
    'ab12 '.repeat(2_000),
    'a'.repeat(10_000),
  ]) {
    identifying(text, known)
  }
})

const states: readonly AdviserState[] = ['waiting', 'taken', 'asked-back', 'answered', 'ended']
const standing = (adviser: AdviserState, closed = false): Standing => ({
  adviser,
  closed,
  pending: adviser === 'asked-back' ? 'q' : undefined,
})

/** The whole table: what can be done on each side in each state. */
const table: Readonly<Record<AdviserState, Readonly<Record<Side, readonly AdviceAct[]>>>> = {
  waiting: { received: ['take'], asked: ['add', 'close'] },
  taken: { received: ['take', 'answer', 'ask-back', 'end'], asked: ['add', 'close'] },
  'asked-back': {
    received: ['take', 'answer', 'ask-back', 'end'],
    asked: ['add', 'reply', 'close'],
  },
  answered: { received: ['take', 'answer', 'ask-back', 'end'], asked: ['add', 'close'] },
  ended: { received: ['take'], asked: ['close'] },
}

for (const state of states) {
  test(`a question that is ${state} allows what the table says, and closed nothing`, () => {
    for (const side of ['asked', 'received'] as const) {
      assert.deepEqual(possible(side, standing(state)), table[state][side])
      assert.deepEqual(possible(side, standing(state, true)), [])
    }
  })
}

test('a reply to a question back that does not wait any more is refused', () => {
  const step: Step = { id: 'r', act: 'reply', to: 'another' }
  assert.equal(done(standing('asked-back'), step).ok, false)
})

test('closed says more than not delivered, and that more than how far it is', () => {
  assert.equal(stateOf(standing('taken', true), true), 'closed')
  assert.equal(stateOf(standing('taken'), true), 'undelivered')
  assert.equal(stateOf(standing('taken'), false), 'taken')
  assert.ok(isOver('received', standing('ended')))
  assert.ok(!isOver('asked', standing('ended')))
})

/** Two sides that do things while messages are under way, each in order, as the channel brings them. */
test('both sides come to the same, whatever crosses whatever', () => {
  const act = fc.record({
    side: fc.constantFrom<Side>('asked', 'received'),
    pick: fc.nat(3),
    bring: fc.nat(4),
  })
  let closings = 0
  let crossings = 0
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const at: Record<Side, Standing> = { asked: begun, received: begun }
      const wait: Record<Side, Step[]> = { asked: [], received: [] }
      const bring = (to: Side) => {
        const step = wait[to].shift()
        if (!step) return
        const stood = received(at[to], step)
        assert.ok(stood.ok, `${step.act} was refused by ${to} in ${JSON.stringify(at[to])}`)
        at[to] = stood.standing
      }
      acts.forEach(({ side, pick, bring: brings }, index) => {
        const other = side === 'asked' ? 'received' : 'asked'
        const may = possible(side, at[side])
        const chosen = may[pick % Math.max(may.length, 1)]
        if (chosen && actsOf[side].some((one) => one === chosen)) {
          const step: Step = {
            id: `s${index}`,
            act: chosen,
            to: chosen === 'reply' ? at[side].pending : undefined,
          }
          const stood = done(at[side], step)
          assert.ok(stood.ok)
          at[side] = stood.standing
          if (chosen === 'close') closings += 1
          if (wait[side].length > 0) crossings += 1
          wait[other].push(step)
        }
        for (let n = 0; n < brings; n += 1) bring(n % 2 === 0 ? 'asked' : 'received')
      })
      while (wait.asked.length + wait.received.length > 0) {
        bring('asked')
        bring('received')
      }
      assert.deepEqual(at.asked, at.received)
    }),
    { numRuns: 500 },
  )
  assert.ok(closings > 50 && crossings > 50)
})
