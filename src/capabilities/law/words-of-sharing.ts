import type { Language } from '#platform/language.ts'
import type { WhyNot } from './may-share.ts'
import { t } from './words.ts'

/** Why a road is closed, in one or two sentences for whoever asked. */
export function whyNotWords(language: Language, why: WhyNot): string {
  const words = t(language).whyNot
  switch (why.code) {
    case 'closed':
      return why.road.text[language]
    case 'kind-of-fact':
      return words.kindOfFact(
        why.line.name[language],
        why.kinds.map((kind) => t(language).factKinds[kind]).join(', '),
      )
    case 'not-answered':
      return words.notAnswered(why.question.ask[language])
    case 'answer-closes': {
      const { question } = why
      return 'refused' in question && question.refused
        ? question.refused[language]
        : words.answerCloses(question.ask[language])
    }
    case 'not-your-role':
    case 'not-their-role':
    case 'not-on-this-day':
    case 'not-for-this':
      return words[why.code](why.line.name[language])
    default:
      return words[why.code]
  }
}
