import { glossaryTerm } from '#design/glossary-term/glossary-term.ts'
import { type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'

/**
 * A word of the field that opens its meaning: `explainedWord(knowledge, 'nl', 'money-mule')`.
 * Use a term once per page: its id is the id of the explanation. An unknown term is a defect.
 */
export function explainedWord(knowledge: Knowledge, language: Language, termId: string): Html {
  const term = knowledge.findTerm(termId)
  if (!term) throw new Error(`There is no term '${termId}' in knowledge/terms.`)
  return html`${glossaryTerm(language, {
    word: term.name[language],
    explanation: term.explanation[language],
    id: `term-${term.id}`,
  })}`
}
