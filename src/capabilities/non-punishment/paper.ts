import { fullDay, moment } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Block, Pair } from '#platform/pdf/document.ts'
import type { DecisionThen } from './decision-view.ts'
import { groundNames, lawOf, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { provision, qualifiedText } from './page-parts.ts'
import { extra, noAssessment } from './pages-decision.ts'
import type { ReadAssessment, ReadDossier, ReadFact } from './read-dossier.ts'
import { t } from './words.ts'

type On = {
  readonly language: Language
  readonly desk: Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>
  readonly read: ReadDossier
  readonly then: DecisionThen
}

/** The decision as blocks for a PDF: each statement names the numbers of the facts it rests on. */
export function paperOf(on: On): Block[] {
  const { language, desk, read, then } = on
  const { decision: words, page } = t(language)
  const { decision } = then
  return [
    {
      kind: 'paragraph',
      text: words.signed(
        read.names.get(decision.signedBy) ?? '',
        moment(language, decision.signedAt),
      ),
    },
    { kind: 'paragraph', text: words.paper },
    heading(1, words.what),
    ...decision.outcomes.flatMap((outcome): Block[] => {
      const offence = read.offences.find(({ id }) => id === outcome.offenceId)
      return [
        heading(2, offence ? provision(language, offence) : words.offence),
        ...(offence ? [paragraph(offence.text)] : []),
        {
          kind: 'key-values',
          pairs: [
            { key: words.route, value: routeName(language, desk, outcome.route) },
            ...(outcome.grounds.length > 0
              ? [
                  {
                    key: words.grounds,
                    value: groundNames(language, desk, outcome.grounds).join('\n'),
                  },
                ]
              : []),
            ...extra(language, outcome),
          ],
        },
      ]
    }),
    heading(1, words.why),
    paragraph(decision.reasons),
    heading(1, page.assessments),
    ...(then.withoutBecause === undefined
      ? []
      : [paragraph(`${noAssessment(language, then)}\n${then.withoutBecause}`)]),
    ...(decision.following === 'follows' ? [paragraph(words.followsAssessment)] : []),
    ...(decision.following === 'departs'
      ? [heading(2, words.departs), paragraph(decision.clearReasons)]
      : []),
    ...(decision.following === 'follows' && decision.clearReasons
      ? [heading(2, words.weighs), paragraph(decision.clearReasons)]
      : []),
    ...then.assessments.flatMap((one) => assessmentBlocks(on, one)),
    heading(1, page.sheet),
    ...sheetBlocks(on),
    heading(1, words.facts),
    ...then.facts.map((fact) => factBlock(language, fact)),
    heading(1, words.law),
    paragraph(lawOf(language, desk, decision)),
    ...desk.sepot.warnings.map(({ text }) => paragraph(text[language])),
  ]
}

const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** "F1, F4" */
const numbers = (facts: readonly ReadFact[], ids: readonly string[]): string =>
  facts
    .filter(({ id }) => ids.includes(id))
    .map(({ number }) => `F${number}`)
    .join(', ')

function assessmentBlocks({ language, desk, then }: On, one: ReadAssessment): Block[] {
  const words = t(language).page
  const { elements = [], receipt } = one
  const pairs: Pair[] = [
    {
      key: words.lookedAt,
      value: [numbers(then.facts, one.facts), one.lookedAt].filter(Boolean).join('\n'),
    },
    { key: words.inFavour, value: one.inFavour },
    { key: words.against, value: one.against },
    { key: words.unknown, value: one.unknown },
    { key: words.qualified, value: qualifiedText(language, one) },
    { key: words.involved, value: one.involved || words.notInIt },
    ...elements.map(({ element, inFavour, against, unknown }) => ({
      key: desk.worksheet.elements.find(({ id }) => id === element)?.title[language] ?? element,
      value: [
        inFavour && `${words.inFavour}: ${inFavour}`,
        against && `${words.against}: ${against}`,
        unknown && `${words.unknown}: ${unknown}`,
      ]
        .filter(Boolean)
        .join('\n'),
    })),
    {
      key: words.receipt,
      value: receipt ? `${moment(language, receipt.at)} ${receipt.hash}` : '',
    },
  ]
  return [
    {
      kind: 'note',
      form: 'line',
      label: `${words.assessedBy(one.by, one.capacity)}, ${fullDay(language, one.on)} (${one.source})`,
      text: one.conclusion,
      about: pairs.filter(({ value }) => value !== ''),
    },
  ]
}

function sheetBlocks({ language, desk, then }: On): Block[] {
  const { page, worksheet: words } = t(language)
  return desk.worksheet.elements.flatMap(({ id, title }): Block[] => {
    const mine = then.statements.filter(({ element }) => element === id)
    return [
      heading(2, title[language]),
      ...(mine.length === 0 ? [paragraph(page.notLooked)] : []),
      ...mine.map((one): Block => {
        if (one.kind === 'unknown') return paragraph(`${words.unknowns}: ${one.text}`)
        const against = numbers(then.facts, one.againstFacts)
        return {
          kind: 'note',
          form: 'dashed',
          label: one.from
            ? words.period(fullDay(language, one.from), one.until && fullDay(language, one.until))
            : page.statement,
          text: one.text,
          about: [
            {
              key: page.against,
              value:
                [one.against, against].filter(Boolean).join('\n') ||
                words.nothingFound(one.searched),
            },
            { key: page.source, value: numbers(then.facts, one.facts) },
          ],
        }
      }),
    ]
  })
}

function factBlock(language: Language, fact: ReadFact): Block {
  const words = t(language).page
  const { organisation, via } = fact.origin
  const when = fact.on ? fullDay(language, fact.on) : fact.moment || words.dateUnknown
  const from = organisation || words.ownHand
  return {
    kind: 'note',
    form: fact.kind === 'interpretation' ? 'dashed' : 'line',
    label: `F${fact.number} ${words.factKinds[fact.kind]}${fact.recalled ? `. ${words.recalled}` : ''}`,
    text: fact.text,
    about: [
      { key: words.source, value: `${fact.source}; ${when}` },
      {
        key: words.origin,
        value: via.length > 0 ? `${from}, ${words.via(via.join(', '))}` : from,
      },
      { key: words.against, value: fact.beside.join('\n') || words.nothingBeside },
    ],
  }
}
