import type { Language } from '#platform/language.ts'
import { csvLine } from './csv.ts'
import { changeOf, type Results } from './results.ts'

/**
 * Results as a file for a spreadsheet: of each option the share with its interval, and against an earlier wave the
 * difference with its interval. Shares are percentages with one decimal. A question that fewer answered than a share
 * is told of has one line without figures.
 */
export function resultsLines(
  language: Language,
  results: Results,
  before: Results | undefined,
): string {
  const percentage = (share: number) => (share * 100).toFixed(1)
  const difference = (question: string, option: string) => {
    const change = before && changeOf(before, results, question, option)
    return change
      ? [change.difference, change.low, change.high].map(percentage).map(Number)
      : ['', '', '']
  }
  const head = ['question', 'answer', 'asked', 'answered', 'percentage', 'low', 'high']
  const compared = before ? ['difference', 'difference low', 'difference high'] : []
  return [
    csvLine([...head, 'design effect', ...compared]),
    ...results.questions.flatMap(({ question, asked, answered, options }) => {
      const text = question.text[language]
      if (options.length === 0) return [csvLine([text, '', asked, answered])]
      const nameOf = (id: string) =>
        question.kind === 'text'
          ? id
          : (question.options.find((option) => option.id === id)?.text[language] ?? id)
      return options.map(({ option, share }) =>
        csvLine([
          text,
          nameOf(option),
          asked,
          answered,
          ...[share.share, share.low, share.high].map(percentage).map(Number),
          Number(share.designEffect.toFixed(2)),
          ...(before ? difference(question.id, option) : []),
        ]),
      )
    }),
  ].join('')
}
