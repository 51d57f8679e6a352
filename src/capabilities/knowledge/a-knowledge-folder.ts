import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const edition = (id: string) => `edition:
  id: ${id}
  title: { nl: Proef, en: Trial }
  published: "2026-11-01"
  validFrom: "2026-11-01"
  validUntil: null
`

const steps = ['danger', 'talk', 'protocol', 'call']
  .map(
    (step) => `    - step: ${step}
      title: { nl: Titel, en: Title }
      text: { nl: Tekst, en: Text }
      lines: [emergency]
      mark: own
      sources: []`,
  )
  .join('\n')

/** The smallest knowledge in which nothing is wrong; tests replace one file to make one thing wrong. */
export const rightFiles = {
  'sources.yaml': `kinds:
  news: { nl: nieuws, en: news }
sources:
  KRANT: { title: De Proefkrant, address: voorbeeld.example, kind: news }
`,
  'signals/edition.yaml': `${edition('signals-1')}guidance:
  - { id: combination, text: { nl: Samen, en: Together }, mark: sourced, sources: [KRANT] }
vulnerabilities:
  - { id: debts, text: { nl: schulden, en: debts }, mark: sourced, sources: [KRANT] }
protectiveFactors:
  - { id: sport, text: { nl: een sport, en: a sport }, mark: own, sources: [] }
`,
  'signals/vocabulary.yaml': `categories:
  - { id: MON, name: { nl: Geld, en: Money } }
forms:
  - { id: any, name: { nl: elke vorm, en: any form }, explanation: { nl: Alles, en: All } }
observers:
  - { id: teacher, slug: leraar, reader: teacher, name: { nl: leraar, en: teacher } }
bases:
  - { id: uk-graded, explanation: { nl: Brits, en: British } }
  - { id: uk-listed, explanation: { nl: Brits, en: British } }
  - { id: dutch-listed, explanation: { nl: Nederlands, en: Dutch } }
  - { id: own, explanation: { nl: Eigen, en: Own } }
gradeLevels:
  - { id: high, name: { nl: hoog, en: high } }
strengths:
  - { id: strong, mark: own, explanation: { nl: Zelf, en: Itself } }
  - { id: moderate, mark: own, explanation: { nl: Vrij, en: Fairly } }
  - { id: weak, mark: own, explanation: { nl: Van alles, en: Anything } }
`,
  'signals/money.yaml': `category: MON
signals:
  - id: MON-01
    wording:
      nl: Betaalt een brommer met losse munten
      en: Pays for a moped in coins
    forms: [any]
    observers: [teacher]
    innocent:
      - nl: een spaarpot
        en: a piggy bank
    basis: dutch-listed
    strength: weak
    sources: [KRANT]
`,
  'lines/lines.yaml': `${edition('lines-1')}lines:
  - id: emergency
    name: { nl: Alarm, en: Emergency }
    phone: "112"
    readers: [teacher]
    forWhom: { nl: Gevaar, en: Danger }
    when: { nl: Altijd, en: Always }
    status: sourced
    checked: "2026-11-01"
    mark: sourced
    sources: [KRANT]
`,
  'lines/what-to-do.yaml': `${edition('advice-1')}whatToDo:
  teacher:
${steps}
  parent:
${steps}
  young-person:
${steps}
conversation:
  - { id: open, text: { nl: Luister, en: Listen }, mark: own, sources: [] }
`,
  'terms/terms.yaml': `${edition('terms-1')}terms:
  - id: mentor
    name: { nl: mentor, en: mentor }
    explanation: { nl: Begeleidt, en: Guides }
    mark: own
    sources: []
`,
  'conversations/conversation.yaml': `${edition('conversation-1')}buildUp:
  - { id: begin, text: { nl: Begin, en: Begin }, mark: own, sources: [] }
promises:
  - { id: first, text: { nl: Jij eerst, en: You first }, mark: own, sources: [] }
limits:
  - { id: unasked, text: { nl: Niet dit, en: Not this }, mark: sourced, sources: [KRANT] }
meanwhile:
  - { id: listen, text: { nl: Luister, en: Listen }, mark: own, sources: [] }
avoidances:
  - { id: closed, name: { nl: dicht, en: closed }, text: { nl: Stil, en: Silent }, mark: own, sources: [] }
themes:
  - { id: day, name: { nl: Dag, en: Day }, purpose: { nl: Zien, en: See }, mark: own, sources: [] }
questions:
  - id: day-one
    theme: day
    text: { nl: Hoe was gisteren, en: How was yesterday }
    purpose: { nl: Horen, en: Hear }
    avoid: { kind: closed, text: { nl: Was het leuk, en: Was it nice } }
    withPolice: ask
    mark: own
    sources: []
`,
} as const

export type FileName = keyof typeof rightFiles

/** Writes a knowledge folder, lends it, and clears it away. */
export function withKnowledgeFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  try {
    for (const [name, text] of Object.entries({ ...rightFiles, ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
