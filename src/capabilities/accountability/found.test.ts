import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { aLetter, aMotionInText } from '#capabilities/papers/a-paper.ts'
import { readPaper } from '#capabilities/papers/index.ts'
import { readConfig } from '#platform/config.ts'
import { foundIn, type Proposal } from './found.ts'
import { readItemForm, readToldForm } from './item-form.ts'
import { typedFromProposal } from './item-typed.ts'
import { loadParliament } from './load-parliament.ts'
import { pageAt, pagesOf, stretchesOf } from './marked-text.ts'
import { itemCanBecome, waitsBy, wantedBy, withTerms } from './own-item.ts'
import { readHeadForm, wrongName } from './paper-form.ts'
import type { Action } from './read-actions.ts'
import {
  actionQueryFrom,
  actionsAsked,
  inAddress,
  isNarrowed,
  itemQueryFrom,
} from './register-query.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('what becomes an item carries what the paper says of it, and names only themselves', () => {
  const found = foundIn(readPaper(bytes(aLetter())))
  const discharged = found.find(({ kind }) => kind === 'commitment')
  assert.equal(discharged?.proposal?.as, 'discharged')
  assert.equal(discharged?.proposal?.raisedIn, 'kst-91638-178')
  assert.equal(discharged?.proposal?.raisedOn, undefined, 'the day it was promised is not in it')
  const promise = found.find(({ kind }) => kind === 'promise')
  assert.equal(promise?.proposal?.raisedIn, 'kst-91240-18')
  assert.equal(promise?.uncertain, true)
  for (const { kind, proposal } of found) {
    assert.equal(proposal === undefined, ['dossier', 'reference'].includes(kind), kind)
  }
})

test('a commitment is one that is there only when its paper and its day say so, and what could be two is none', () => {
  const parliament = loadParliament(readConfig({}).knowledgeFolder)
  const raisedIn = 'kst-29240-120'
  const promised = (more: Partial<Proposal>) =>
    typedFromProposal(
      'nl',
      { kind: 'commitment', says: 'Dat volgt.', by: [], as: 'new', raisedIn, ...more },
      { parliament, items: [], paper: { reference: 'kst-29240-120' } },
    )
  assert.equal(
    promised({ wantedUntil: '2020-12-21' }).publicItem,
    'commitment-2020-06-30-coherence',
  )
  // Of the same letter, and another promise.
  assert.equal(promised({}).publicItem, '')
  assert.equal(promised({}).title, 'Dat volgt.')
  assert.equal(promised({ wantedUntil: '2020-12-31' }).publicItem, '')
  const earlier = { as: 'discharged', raisedIn: 'kst-28638-178' } as const
  assert.equal(promised(earlier).publicItem, 'commitment-2019-12-05')
  const twice = { ...parliament, items: [...parliament.items, ...parliament.items] }
  const motion = { kind: 'motion', says: '', by: [], raisedIn: 'kst-29911-266' } as const
  const paper = { reference: 'kst-29240-120' }
  assert.equal(
    typedFromProposal('nl', motion, { parliament: twice, items: [], paper }).publicItem,
    '',
  )
  // What the public papers know: who asked, what was promised and when, and what this paper brought.
  const asked = typedFromProposal(
    'nl',
    { ...motion, by: ['Kuik'] },
    { parliament, items: [], paper },
  )
  assert.deepEqual(
    [asked.publicItem, asked.state, String(asked.by).split('\n').length],
    ['motion-29911-266', 'under-way', 5],
  )
  const elsewhere = { reference: 'kst-91240-1' }
  assert.equal(
    typedFromProposal('nl', motion, { parliament, items: [], paper: elsewhere }).state,
    'none',
  )
  const discharged = promised(earlier)
  assert.notEqual(discharged.says, 'Dat volgt.')
  assert.deepEqual([discharged['raisedOn-day'], discharged.state], ['05', 'done'])
})

test('finds stand in the order of the text', () => {
  const starts = foundIn(readPaper(bytes(aLetter()))).map(({ spans }) => spans[0]?.start ?? 0)
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  )
})

test('of a paper that is a motion what it asks is the place, not the whole paper', () => {
  const paper = readPaper(bytes(aMotionInText()))
  const motion = foundIn(paper).find(({ kind }) => kind === 'motion')
  assert.equal(motion?.spans.length, 2)
  const [first] = motion?.spans ?? []
  assert.match(paper.text.slice(first?.start, first?.end), /^verzoekt de regering een brief/)
})

const letter = new URL('../../../../shared/data/kamerstuk-29240-120.txt', import.meta.url)

test('the letter of 30 June 2020 gives its dossiers, references, motions, and what it discharges and promises', {
  skip: !existsSync(letter),
}, () => {
  const found = foundIn(readPaper(readFileSync(letter)))
  const count = (kind: string) => found.filter((one) => one.kind === kind).length
  assert.deepEqual(['dossier', 'reference', 'motion', 'commitment'].map(count), [2, 7, 2, 1])
  const promised = found.filter(({ proposal }) => proposal?.wantedWords === 'dit najaar')
  assert.equal(promised.length, 1)
  assert.equal(promised[0]?.uncertain, true)
  assert.equal(promised[0]?.proposal?.wantedUntil, '2020-12-21')
})

const text = 'De motie (Kamerstuk 91 911, nr. 266) vraagt dit.'

test('a text is cut where finds begin and end, also where one lies in another', () => {
  const finds = [
    { number: 1, spans: [{ start: 3, end: 36 }] },
    { number: 2, spans: [{ start: 10, end: 35 }] },
  ]
  const stretches = stretchesOf(text, { start: 0, end: text.length }, finds)
  assert.deepEqual(
    stretches.map((one) => [one.text, one.within, one.begins]),
    [
      ['De ', [], []],
      ['motie (', [1], [1]],
      ['Kamerstuk 91 911, nr. 266', [1, 2], [2]],
      [')', [1], []],
      [' vraagt dit.', [], []],
    ],
  )
})

test('whatever was found, the pages of a text together are the text, and every find begins once', () => {
  const span = fc
    .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }))
    .map(([start, long]) => ({ start, end: start + long }))
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 360, unit: 'binary' }),
      fc.array(span, { maxLength: 8 }),
      fc.integer({ min: 20, max: 100 }),
      (text, spans, most) => {
        const finds = spans
          .map(({ start, end }) => ({ start, end: Math.min(end, text.length) }))
          .filter(({ start, end }) => start < end)
          .map((span, at) => ({ number: at + 1, spans: [span] }))
        const pages = pagesOf(text, most)
        const all = pages.flatMap((page) => stretchesOf(text, page, finds))
        assert.equal(all.map((one) => one.text).join(''), text)
        assert.deepEqual(
          all.flatMap(({ begins }) => begins).toSorted((a, b) => a - b),
          finds.map(({ number }) => number),
        )
        for (const { spans } of finds) {
          const at = spans[0]?.start ?? 0
          const page = pages[pageAt(pages, at) - 1]
          assert.ok(page && page.start <= at && at < page.end)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a name that is corrected must be one', () => {
  assert.equal(wrongName('reference', 'kst-1-1'), 'reference-strange')
  assert.equal(wrongName('reference', 'stb-2019-180'), undefined)
  assert.equal(wrongName('dossier', '2924'), 'dossier-strange')
  for (const dossier of ['36600-VI', '36600-A', '27858-(R1944)']) {
    assert.equal(wrongName('dossier', dossier), undefined)
  }
  assert.equal(wrongName('law-article', 'artikel 1'), 'article-strange')
  assert.equal(wrongName('law-article', 'art. 273f lid 1 Sr'), undefined)
  assert.equal(wrongName('programme', ''), 'name-missing')
})

test('which paper it is needs a title and a day, and a number only when there is one', () => {
  const read = readHeadForm({ reference: 'kst-1', kind: '', title: ' ', 'dated-day': '31' })
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, {
    reference: 'reference-strange',
    kind: 'kind-missing',
    title: 'paper-title-missing',
    dated: 'date-incomplete',
  })
})

test('an item needs a kind and a name, and is in no paper that cannot be one', () => {
  const read = readItemForm({ title: ' ', raisedIn: 'nr. 12', by: 'a\n'.repeat(2) }, () => true)
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, {
    kind: 'choose-kind',
    title: 'item-title-missing',
    raisedIn: 'reference-strange',
  })
  const known = readItemForm({ kind: 'motion', title: 'A', publicItem: 'nonsense' }, () => false)
  assert.ok(known.ok && known.value.publicItem === undefined)
})

test('nothing is done without the paper that says so', () => {
  const read = readToldForm({ state: 'done', says: 'Afgedaan.' })
  assert.ok(!read.ok && read.errors.evidence === 'done-without-paper')
  assert.equal(itemCanBecome('under-way', 'open'), false)
  assert.equal(itemCanBecome('done', 'under-way'), true)
})

test('before a letter waits what is wanted by then or has no day, and nothing that is done', () => {
  const by = (wantedUntil: string | undefined) =>
    waitsBy({ state: 'open', wantedUntil }, '2026-06-30')
  assert.deepEqual([by('2026-06-30'), by(undefined), by('2026-07-01')], [true, true, false])
  assert.equal(waitsBy({ state: 'done', wantedUntil: undefined }, undefined), false)
})

test('written questions are wanted when their term ends, and anything else when it was promised', () => {
  const asked = { kind: 'questions', raisedOn: '2026-11-02', wantedUntil: undefined } as const
  assert.equal(wantedBy(asked, { weeks: 3 }), '2026-11-23')
  assert.equal(wantedBy({ ...asked, raisedOn: undefined }, { weeks: 3 }), undefined)
  assert.equal(wantedBy({ ...asked, kind: 'motion' }, { weeks: 3 }), undefined)
  assert.equal(wantedBy({ ...asked, wantedUntil: '2026-12-01' }, { weeks: 3 }), '2026-12-01')
  const [first, second] = withTerms({ weeks: 3 }, [asked, { ...asked, kind: 'motion' }])
  assert.deepEqual([first?.wantedUntil, second?.wantedUntil], ['2026-11-23', undefined])
})

const actions = [
  { title: 'B', line: 'Lijn 2', owner: 'X', dueOn: undefined, state: 'running' },
  { title: 'A', line: 'Lijn 2', owner: 'Y', dueOn: '2026-03-01', state: 'running' },
  { title: 'C', line: 'Lijn 1', owner: 'X', dueOn: '2026-01-01', state: 'done' },
].map((one, at) => ({ ...one, id: `${at}` }) as unknown as Action)

test('a list of actions is narrowed and ordered by its address, and what the address does not know counts as not asked', () => {
  const titles = (given: Record<string, string>) =>
    actionsAsked(actions, actionQueryFrom(given), '2026-06-30')
      .map(({ title }) => title)
      .join('')
  assert.equal(titles({ stand: 'nonsense', volgorde: 'nonsense' }), 'CAB')
  assert.equal(titles({ volgorde: 'line' }), 'CAB')
  assert.equal(titles({ volgorde: 'title' }), 'ABC')
  assert.equal(titles({ stand: 'unfinished' }), 'AB')
  assert.equal(titles({ stand: 'overdue' }), 'A')
  assert.equal(titles({ lijn: 'Lijn 2', van: 'X' }), 'B')
  assert.equal(titles({ lijn: 'Lijn 9' }), '')
})

test('what was asked can be written in an address and read from it again', () => {
  for (const given of [
    {},
    { lijn: 'Lijn 1 & 2', stand: 'done' },
    { volgorde: 'title', van: 'X' },
  ]) {
    const query = actionQueryFrom(given)
    const read = Object.fromEntries(new URLSearchParams(inAddress(query)))
    assert.deepEqual(actionQueryFrom(read), query)
  }
  assert.equal(inAddress(itemQueryFrom({})), '')
  assert.equal(isNarrowed(itemQueryFrom({ volgorde: 'wanted' })), false)
})
