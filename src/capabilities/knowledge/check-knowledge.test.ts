import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type FileName, rightFiles, withKnowledgeFolder } from './a-knowledge-folder.ts'
import { checkKnowledge } from './check-knowledge.ts'
import { loadKnowledge } from './load-knowledge.ts'
import { formatProblem } from './problem.ts'

/** The problems after replacing one piece of text in one file, as they are printed. */
function afterChanging(file: FileName, from: string, to: string): string[] {
  const right = rightFiles[file]
  assert.ok(right.includes(from), `${file} does not hold ${from}`)
  return withKnowledgeFolder({ [file]: right.replace(from, to) }, (folder) =>
    checkKnowledge(folder).map(formatProblem),
  )
}

const aSecondSignal = `  - id: MON-02
    wording: { nl: Draagt een kroon, en: Wears a crown }
    forms: [any]
    observers: [teacher]
    innocent: [{ nl: toneel, en: a play }]
    basis: own
    strength: weak
    sources: []
`

type Case = { says: string; file: FileName; from: string; to: string; expected: string[] }

const cases: Case[] = [
  {
    says: 'a missing English text is found at its signal',
    file: 'signals/money.yaml',
    from: '      en: Pays for a moped in coins\n',
    to: '',
    expected: [
      'signals/money.yaml:5:7 signals[0].wording.en: the English text is missing. Add en: with the text.',
    ],
  },
  {
    says: 'an empty Dutch text is as missing as no text',
    file: 'signals/money.yaml',
    from: 'nl: een spaarpot',
    to: 'nl:',
    expected: [
      'signals/money.yaml:10:12 signals[0].innocent[0].nl: the Dutch text is missing. Add nl: with the text.',
    ],
  },
  {
    says: 'a question for the conversation without a counterpart to avoid is refused',
    file: 'conversations/conversation.yaml',
    from: '    avoid: { kind: closed, text: { nl: Was het leuk, en: Was it nice } }\n',
    to: '',
    expected: [
      'conversations/conversation.yaml:20:5 questions[0].avoid: this field is missing. Add avoid:.',
    ],
  },
  {
    says: 'a question of an unknown theme leaves its own theme empty',
    file: 'conversations/conversation.yaml',
    from: '    theme: day\n',
    to: '    theme: night\n',
    expected: [
      "conversations/conversation.yaml:18:5 themes[0]: the theme 'day' has no question. Add a question, or remove the theme.",
      "conversations/conversation.yaml:21:12 questions[0].theme: the theme 'night' is not known. Add it to themes, or correct it.",
    ],
  },
  {
    says: 'a way of asking that nobody explained is refused',
    file: 'conversations/conversation.yaml',
    from: 'kind: closed',
    to: 'kind: loud',
    expected: [
      "conversations/conversation.yaml:24:20 questions[0].avoid.kind: the way of asking 'loud' is not known. Add it to avoidances, or correct it.",
    ],
  },
  {
    says: 'a signal without innocent explanations is refused',
    file: 'signals/money.yaml',
    from: '    innocent:\n      - nl: een spaarpot\n        en: a piggy bank\n',
    to: '',
    expected: [
      'signals/money.yaml:3:5 signals[0].innocent: the innocent explanations are missing. Add innocent: with at least one explanation in both languages.',
    ],
  },
  {
    says: 'an empty list of innocent explanations is refused',
    file: 'signals/money.yaml',
    from: 'innocent:\n      - nl: een spaarpot\n        en: a piggy bank\n',
    to: 'innocent: []\n',
    expected: [
      'signals/money.yaml:9:15 signals[0].innocent: there is no innocent explanation. Add at least one explanation in both languages.',
    ],
  },
  {
    says: 'an id used twice is found at the second, with the place of the first',
    file: 'signals/money.yaml',
    from: '    sources: [KRANT]\n',
    to: `    sources: [KRANT]\n${aSecondSignal.replace('MON-02', 'MON-01')}`,
    expected: [
      "signals/money.yaml:15:9 signals[1].id: 'MON-01' is used twice; the first is in signals/money.yaml line 3. Give one of them another id, or remove it.",
    ],
  },
  {
    says: 'a signal in the file of another category is found',
    file: 'signals/money.yaml',
    from: 'id: MON-01',
    to: 'id: TEL-01',
    expected: [
      'signals/money.yaml:3:9 signals[0].id: this signal stands in the file of category MON. Begin the id with MON-, or move the signal.',
    ],
  },
  {
    says: 'an id in another form is found',
    file: 'signals/money.yaml',
    from: 'id: MON-01',
    to: 'id: mon1',
    expected: [
      'signals/money.yaml:3:9 signals[0].id: this is not written well. Write the id as MON-01.',
    ],
  },
  {
    says: 'an unknown category is found',
    file: 'signals/vocabulary.yaml',
    from: 'id: MON,',
    to: 'id: TEL,',
    expected: [
      "signals/money.yaml:1:11 category: the category 'MON' is not known. Add it to signals/vocabulary.yaml, or correct it.",
      "signals/vocabulary.yaml:2:11 categories[0].id: the category 'TEL' has no file of signals. Add its file in signals/, or remove the category.",
    ],
  },
  {
    says: 'an unknown form is found inside its list',
    file: 'signals/money.yaml',
    from: 'forms: [any]',
    to: 'forms: [any, flying]',
    expected: [
      "signals/money.yaml:7:18 signals[0].forms[1]: the form 'flying' is not known. Add it to signals/vocabulary.yaml, or correct it.",
    ],
  },
  {
    says: 'an unknown observer is found',
    file: 'signals/money.yaml',
    from: 'observers: [teacher]',
    to: 'observers: [pirate]',
    expected: [
      "signals/money.yaml:8:17 signals[0].observers[0]: the observer 'pirate' is not known. Add it to signals/vocabulary.yaml, or correct it.",
    ],
  },
  {
    says: 'an unknown source is found',
    file: 'signals/money.yaml',
    from: 'sources: [KRANT]',
    to: 'sources: [KRANT, DROOM]',
    expected: [
      "signals/money.yaml:14:22 signals[0].sources[1]: the source 'DROOM' is not known. Add it to sources.yaml, or correct the key.",
    ],
  },
  {
    says: 'a signal with neither a source nor the own mark is refused',
    file: 'signals/money.yaml',
    from: 'sources: [KRANT]',
    to: 'sources: []',
    expected: [
      'signals/money.yaml:14:14 signals[0].sources: there is no source and no own mark. Add the key of a source, or write basis: own.',
    ],
  },
  {
    says: 'a text that claims a source and names none is refused',
    file: 'signals/edition.yaml',
    from: 'Together }, mark: sourced, sources: [KRANT]',
    to: 'Together }, mark: sourced, sources: []',
    expected: [
      'signals/edition.yaml:8:83 guidance[0].sources: this says it has a source, but names none. Add the key of a source, or change the mark to own.',
    ],
  },
  {
    says: 'a text with no mark is refused',
    file: 'terms/terms.yaml',
    from: '    mark: own\n',
    to: '',
    expected: [
      'terms/terms.yaml:8:5 terms[0].mark: there is no source and no mark. Add mark: sourced with its sources, or mark: own.',
    ],
  },
  {
    says: 'a vulnerability dressed up as a signal is refused in both languages',
    file: 'signals/money.yaml',
    from: 'nl: Betaalt een brommer met losse munten\n      en: Pays for a moped in coins',
    to: 'nl: Heeft schulden\n      en: Has debts',
    expected: [
      "signals/money.yaml:5:11 signals[0].wording.nl: this is the vulnerability 'debts', and a vulnerability is not a signal. Describe something that someone can see or hear, or remove the signal.",
      "signals/money.yaml:6:11 signals[0].wording.en: this is the vulnerability 'debts', and a vulnerability is not a signal. Describe something that someone can see or hear, or remove the signal.",
    ],
  },
  {
    says: 'protective factors may not be fewer than vulnerabilities',
    file: 'signals/edition.yaml',
    from: '  - { id: sport, text: { nl: een sport, en: a sport }, mark: own, sources: [] }\n',
    to: '  []\n',
    expected: [
      'signals/edition.yaml:12:3 protectiveFactors: there are fewer protective factors than vulnerabilities. Give them equal room.',
    ],
  },
  {
    says: 'a grade without the basis that carries it is found',
    file: 'signals/money.yaml',
    from: 'basis: dutch-listed',
    to: 'basis: uk-graded',
    expected: [
      'signals/money.yaml:12:12 signals[0].basis: the basis uk-graded and the grades belong together. Add grades:, or choose another basis.',
    ],
  },
  {
    says: 'a word that is not one of the choices is found with the choices',
    file: 'signals/money.yaml',
    from: 'strength: weak',
    to: 'strength: 7',
    expected: [
      'signals/money.yaml:13:15 signals[0].strength: this value is not one of the choices. Choose from: strong, moderate, weak.',
    ],
  },
  {
    says: 'an unknown field is found at its name',
    file: 'signals/money.yaml',
    from: '    strength: weak\n',
    to: '    strength: weak\n    score: 3\n',
    expected: [
      'signals/money.yaml:14:5 signals[0].score: this field is not known here. Check the spelling, or remove it.',
    ],
  },
  {
    says: 'a date that is not a date is found',
    file: 'terms/terms.yaml',
    from: 'published: "2026-11-01"',
    to: 'published: gisteren',
    expected: [
      'terms/terms.yaml:4:14 edition.published: this is not written well. Write the date as "2026-11-23".',
    ],
  },
  {
    says: 'an edition that ends before it begins is found',
    file: 'terms/terms.yaml',
    from: 'validUntil: null',
    to: 'validUntil: "2026-10-01"',
    expected: [
      'terms/terms.yaml:6:15 edition.validUntil: this edition ends before it begins. Write a day after validFrom, or null.',
    ],
  },
  {
    says: 'a help line that is called sure without a source is refused',
    file: 'lines/lines.yaml',
    from: 'mark: sourced\n    sources: [KRANT]',
    to: 'mark: general-knowledge\n    sources: []',
    expected: [
      "lines/lines.yaml:14:13 lines[0].status: nothing supports the status 'sourced'. Add a source with mark: sourced, or write status: not-verified.",
    ],
  },
  {
    says: 'a telephone number with letters in it is found',
    file: 'lines/lines.yaml',
    from: 'phone: "112"',
    to: 'phone: bel-ons',
    expected: [
      'lines/lines.yaml:10:12 lines[0].phone: this is not written well. Use figures, spaces, hyphens and brackets only.',
    ],
  },
  {
    says: 'a step that names an unknown help line is found',
    file: 'lines/what-to-do.yaml',
    from: 'lines: [emergency]',
    to: 'lines: [lighthouse]',
    expected: [
      "lines/what-to-do.yaml:12:15 whatToDo.teacher[0].lines[0]: the help line 'lighthouse' is not known. Add it to lines/lines.yaml, or correct it.",
    ],
  },
  {
    says: 'steps in another order are found at their reader',
    file: 'lines/what-to-do.yaml',
    from: '- step: danger',
    to: '- step: call',
    expected: [
      'lines/what-to-do.yaml:8:3 whatToDo.teacher: the steps are not complete or not in their order. Write these steps, in this order: danger, talk, protocol, call.',
    ],
  },
  {
    says: 'an unknown kind of source is found',
    file: 'sources.yaml',
    from: 'kind: news',
    to: 'kind: rumour',
    expected: [
      "sources.yaml:4:68 sources.KRANT.kind: the kind 'rumour' is not known. Choose from: news.",
    ],
  },
  {
    says: 'two observers on one card are found',
    file: 'signals/vocabulary.yaml',
    from: 'bases:',
    to: '  - { id: mentor, slug: leraar, reader: teacher, name: { nl: mentor, en: mentor } }\nbases:',
    expected: [
      "signals/vocabulary.yaml:7:25 observers[1].slug: 'leraar' is used twice; the first is in signals/vocabulary.yaml line 6. Give one of them another id, or remove it.",
    ],
  },
  {
    says: 'a strength that nobody explains is found',
    file: 'signals/vocabulary.yaml',
    from: '  - { id: weak, mark: own, explanation: { nl: Van alles, en: Anything } }\n',
    to: '',
    expected: [
      "signals/vocabulary.yaml:14:1 strengths: 'weak' is not explained. Add an entry for weak.",
    ],
  },
]

for (const { says, file, from, to, expected } of cases) {
  test(says, () => assert.deepEqual(afterChanging(file, from, to), expected))
}

test('broken YAML is found at the line where it breaks', () => {
  const [problem] = afterChanging('terms/terms.yaml', 'mark: own', 'mark: own: yes')
  assert.match(problem ?? '', /^terms\/terms\.yaml:11:\d+ \(whole file\): this is not valid YAML/)
})

test('an alias is refused, so that every entry stands on its own', () => {
  const right = rightFiles['terms/terms.yaml']
  const text = right
    .replace('name: {', 'name: &a {')
    .replace('explanation: { nl: Begeleidt, en: Guides }', 'explanation: *a')
  withKnowledgeFolder({ 'terms/terms.yaml': text }, (folder) => {
    assert.deepEqual(checkKnowledge(folder).map(formatProblem), [
      'terms/terms.yaml:10:18 (whole file): an alias (*name) is used. Write the text out here.',
    ])
  })
})

test('a file that is gone is named', () => {
  withKnowledgeFolder({}, (folder) => {
    rmSync(join(folder, 'lines/lines.yaml'))
    assert.deepEqual(checkKnowledge(folder).map(formatProblem), [
      'lines/lines.yaml:1:1 (whole file): this file cannot be read. Put it back, or allow reading it.',
    ])
  })
})

test('a file that nothing reads is named', () => {
  withKnowledgeFolder({ 'lines/old.yaml': 'lines: []\n' }, (folder) => {
    assert.deepEqual(checkKnowledge(folder).map(formatProblem), [
      'lines/old.yaml:1:1 (whole file): nothing reads this file. Move its content, or remove it.',
    ])
  })
})

test('two mistakes in two files are both found, in reading order', () => {
  const files = {
    'signals/money.yaml': rightFiles['signals/money.yaml'].replace('[any]', '[flying]'),
    'lines/lines.yaml': rightFiles['lines/lines.yaml'].replace('[KRANT]', '[DROOM]'),
  }
  withKnowledgeFolder(files, (folder) => {
    assert.deepEqual(
      checkKnowledge(folder).map(({ file, line }) => `${file}:${line}`),
      ['lines/lines.yaml:17', 'signals/money.yaml:7'],
    )
  })
})

test('knowledge with a mistake in it is not loaded, and the mistake is told', () => {
  const text = rightFiles['signals/money.yaml'].replace('[any]', '[flying]')
  withKnowledgeFolder({ 'signals/money.yaml': text }, (folder) => {
    assert.throws(() => loadKnowledge(folder), /signals\/money\.yaml:7:13 signals\[0\]\.forms\[0\]/)
  })
})

test('the smallest right knowledge has no problems', () => {
  withKnowledgeFolder({}, (folder) => assert.deepEqual(checkKnowledge(folder), []))
})
