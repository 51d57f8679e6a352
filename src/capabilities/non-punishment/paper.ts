import { fullDay, moment, yearsOn } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Block, Pair } from '#platform/pdf/document.ts'
import type { DecisionThen } from './decision-view.ts'
import { groundNames, lawOf, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { aboutWords, offenceName } from './offence-words.ts'
import { qualifiedText, unknownText } from './page-parts.ts'
import { extra, inOrder, noAssessment, sheetsThen } from './pages-decision.ts'
import type { ReadAssessment, ReadDossier, ReadFact, ReadStatement } from './read-dossier.ts'
import { t } from './words.ts'
import { sheetBeside, sheetOf } from './worksheet.ts'

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
    ...(read.words.born ? [paragraph(words.age(yearsOn(read.words.born, decision.on)))] : []),
    { kind: 'paragraph', text: words.paper },
    heading(1, words.what),
    ...inOrder(then).flatMap(({ offence, outcome }): Block[] => {
      return [
        heading(2, offenceName(language, offence, then.offences)),
        paragraph(offence.text),
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
        ...sheetOf(sheetsThen(desk, then), offence.id).flatMap(({ element, said }) =>
          saidBlocks(on, element.title[language], said),
        ),
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
    heading(1, words.sheetBeside),
    ...sheetBeside(sheetsThen(desk, then)).flatMap(({ element, said }) => [
      ...(element.aboutOffence ? [paragraph(words.aboutNone)] : []),
      ...saidBlocks(on, element.title[language], said),
    ]),
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

/** What is said of one element of the worksheet: each statement with what speaks against it, and what is not known. */
function saidBlocks(
  { language, then }: On,
  title: string,
  said: readonly ReadStatement[],
): Block[] {
  const { page, worksheet: words } = t(language)
  if (said.length === 0) return [paragraph(`${title}: ${page.notLooked}`)]
  return said.map((one): Block => {
    if (one.kind === 'unknown') {
      return paragraph(`${title}. ${words.unknowns}: ${unknownText(language, then, one)}`)
    }
    const against = numbers(then.facts, one.againstFacts)
    const about = aboutWords(language, one, then.offences)
    const period =
      one.from &&
      words.period(fullDay(language, one.from), one.until && fullDay(language, one.until))
    return {
      kind: 'note',
      form: 'dashed',
      label: [title, about, period].filter(Boolean).join('. '),
      text: one.text,
      about: [
        {
          key: page.against,
          value:
            [one.against, against].filter(Boolean).join('\n') || words.nothingFound(one.searched),
        },
        { key: page.source, value: numbers(then.facts, one.facts) },
      ],
    }
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
