import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '#platform/language.ts'
import { loadLexicon, readLexiconSources } from './lexicon-file.ts'
import { prepareOne } from './prepare-lexicon.ts'
import { prepareLexicon, recognise, recogniseTokens } from './recognise.ts'
import { tokenise } from './tokenise.ts'

const nl = loadLexicon('nl')
const en = loadLexicon('en')
const recogniser = prepareLexicon(nl, en)

const hit = (text: string, signal: string) =>
  recognise(recogniser, text).hits.find((one) => one.signal === signal)

test('a text about nothing points to nothing', () => {
  assert.deepEqual(recognise(recogniser, '').hits, [])
  assert.deepEqual(recognise(recogniser, 'De les begint om negen uur in lokaal twaalf.').hits, [])
})

test('what the text denies is marked as denied, in both languages', () => {
  for (const [text, signal] of [
    ['Hij loopt rond zonder dure spullen.', 'MON-01'],
    ['We hebben geen geld gezien.', 'MON-02'],
    ['Er zijn geen drugs gevonden in haar tas.', 'DRG-02'],
    ['Hij is nooit bedreigd door die jongens.', 'DEB-03'],
    ['Hij zegt dat hij niet bedreigd is.', 'DEB-03'],
    ['Er is niemand bedreigd.', 'DEB-03'],
    ['Nobody was threatened by them.', 'DEB-03'],
    ['No drugs were found on him.', 'DRG-02'],
    ['She was never threatened by them.', 'DEB-03'],
    ['He denies carrying a knife in his bag.', 'PRP-03'],
  ] as const) {
    assert.equal(hit(text, signal)?.negated, true, text)
  }
})

test('a negation that belongs to the signal itself does not deny it', () => {
  for (const [text, signal] of [
    ['Hij zegt dat hij niet kan stoppen met het werk voor die jongens.', 'EMO-07'],
    ['Ze wil geen aangifte doen, ze is bang voor wraak.', 'CON-02'],
    ["He won't say where he was.", 'SCH-07'],
    ['Hij draagt ineens een dure jas zonder uitleg.', 'MON-01'],
  ] as const) {
    assert.equal(hit(text, signal)?.negated, false, text)
  }
})

test('a person who tells what is wrong is never told to have said the opposite', () => {
  for (const [text, signal] of [
    ['Hij heeft drie telefoons en dat is niet normaal.', 'TEL-01'],
    ['Het is niet pluis, hij heeft twee telefoons.', 'TEL-01'],
    ['Hij heeft een blauw oog en wil niet naar huis.', 'PHY-01'],
    ['Er lagen drugs in zijn kluisje en dat had ik nooit van hem gedacht.', 'DRG-02'],
    ['hij had 400 euro cash in zijn zak, wou niet zegge hoe', 'MON-02'],
    ['Ik snap niet hoe hij aan die rolex komt.', 'MON-01'],
    ['Over de striemen op zijn rug wilde hij het niet hebben.', 'PHY-01'],
    ['He has three phones and that is not normal.', 'TEL-01'],
    ["He has a black eye and won't go home.", 'PHY-01'],
    ["I don't see how he got that Rolex.", 'MON-01'],
  ] as const) {
    assert.equal(hit(text, signal)?.negated, false, text)
  }
})

test('a negation stops at the end of its clause', () => {
  assert.equal(hit('Er was geen ruzie, maar hij werd wel bedreigd.', 'DEB-03')?.negated, false)
  assert.equal(hit('There was no row, but he was threatened.', 'DEB-03')?.negated, false)
})

test('words that say little by themselves are not underlined beside words that do', () => {
  for (const text of [
    'Ze kwam met een blauw oog op school, zij zei niets.',
    'Hij had 400 euro cash bij zich en hij wilde niet zeggen waar het vandaan kwam.',
    'He was told to take the package to a man and he had to bring the money back.',
  ]) {
    for (const { spans } of recognise(recogniser, text).hits) {
      const words = spans.map(([from, to]) => text.slice(from, to).toLowerCase())
      for (const word of words) assert.doesNotMatch(word, /^(hij|zij|ze|met|niet|he|to|had)$/)
    }
  }
  assert.ok(recognise(recogniser, 'Ze kwam met een blauw oog op school.').hits.length > 0)
})

test('two negations that follow each other say yes', () => {
  assert.equal(hit('Hij komt niet zonder mes in zijn tas op school.', 'PRP-03')?.negated, false)
})

test('what somebody else said is hearsay, what was seen is not', () => {
  assert.equal(hit('Een klasgenoot zegt dat hij een mes op zak heeft.', 'PRP-03')?.hearsay, true)
  assert.equal(hit('I heard that he carries a knife.', 'PRP-03')?.hearsay, true)
  assert.equal(hit('Hij heeft een mes op zak.', 'PRP-03')?.hearsay, false)
})

test('a guess is noticed', () => {
  assert.equal(hit('Misschien heeft hij een mes op zak.', 'PRP-03')?.uncertain, true)
  assert.equal(hit('He might be carrying a knife.', 'PRP-03')?.uncertain, true)
  assert.equal(hit('Hij heeft een mes op zak.', 'PRP-03')?.uncertain, false)
})

test('the spans are the words that led to the signal', () => {
  const text = 'Gisteren gaf ze haar pinpas aan een jongen.'
  const spans = hit(text, 'FIN-01')?.spans ?? []
  assert.ok(spans.length > 0)
  for (const [start, end] of spans) assert.match(text.slice(start, end), /gaf|pinpas/)
})

test('the order is that of the text, whatever the signal', () => {
  const { hits } = recognise(
    recogniser,
    'Hij werd bedreigd. Hij gaf zijn pinpas aan een man. Hij spijbelt steeds. Hij had een mes op zak.',
  )
  const starts = hits.map((one) => one.spans[0]?.[0] ?? -1)
  assert.ok(hits.length >= 4)
  assert.deepEqual(
    starts,
    starts.toSorted((one, other) => one - other),
  )
})

test('the language is detected, and may be told', () => {
  assert.equal(recognise(recogniser, 'She was seen with him at the station').language, 'en')
  assert.equal(recognise(recogniser, 'Ze is met hem op het station gezien').language, 'nl')
  assert.equal(recognise(recogniser, 'Ze is gezien', 'en').language, 'en')
})

test('with the lexicon of one language any text is read in that language', () => {
  assert.equal(recognise(prepareLexicon(nl), 'She was seen with him').language, 'nl')
})

for (const language of languages) {
  const prepared = prepareOne(language === 'nl' ? nl : en)

  test(`${language}: every signal has patterns, a reason, and examples that hold`, () => {
    const failures: string[] = []
    let signals = 0
    for (const source of readLexiconSources(language).values()) {
      for (const [id, signal] of Object.entries(source.signals ?? {})) {
        signals++
        const finds = (text: string) =>
          recogniseTokens(prepared, tokenise(text)).hits.some(
            (one) => one.signal === id && !one.negated,
          )
        for (const text of signal.examples) if (!finds(text)) failures.push(`${id} misses: ${text}`)
        for (const text of signal.not) if (finds(text)) failures.push(`${id} takes: ${text}`)
      }
    }
    assert.deepEqual(failures, [])
    assert.equal(signals, 91)
  })

  test(`${language}: the work grows with the text and not faster, also for hostile text`, () => {
    const words =
      language === 'nl' ? 'geld pinpas gaf niet voor een ' : 'money card gave not for a '
    for (const piece of [
      words,
      'a',
      '.,',
      '(((',
      '€ 5 ',
      'gaf ',
      'op ',
      'x\u0301',
      '\ud800',
      'geen niet ',
    ]) {
      const steps = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
        return recogniseTokens(prepared, tokenise(text)).steps
      }
      const [small, large] = [steps(4000), steps(32000)]
      assert.ok(large <= small * 8 * 1.5 + 5000, `${piece}: ${small} → ${large}`)
    }
  })
}

test('any text at all: no throw, spans inside the text, in order, each hit with its reason', () => {
  const words = 'hij gaf zijn pinpas niet geld mes on him no knife . , bedreigd 😀 é'.split(' ')
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      for (const one of recognise(recogniser, text).hits) {
        assert.equal(typeof one.negated, 'boolean')
        assert.ok(one.reason.length > 10)
        let last = -1
        for (const [start, end] of one.spans) {
          assert.ok(start > last && start < end && end <= text.length)
          last = end
        }
      }
    }),
    { numRuns: 300 },
  )
})
