import type { Packs } from './packs.ts'
import type { Problem } from './problem.ts'
import { doubles, entriesOf } from './references.ts'

const lists = [
  'buildUp',
  'promises',
  'limits',
  'meanwhile',
  'avoidances',
  'themes',
  'questions',
] as const

/** The guide for the conversation: every question has its theme, every theme its questions. */
export function checkConversation({ conversation }: Packs): Problem[] {
  if (!conversation) return []
  const { yaml, content } = conversation
  const themes = content.themes.map(({ id }) => id)
  const avoidances = content.avoidances.map(({ id }) => id)
  const problems = lists.flatMap((list) => doubles(entriesOf(yaml, list, content[list])))
  for (const [index, { theme, avoid }] of content.questions.entries()) {
    if (!themes.includes(theme)) {
      problems.push(
        yaml.problem(
          ['questions', index, 'theme'],
          `the theme '${theme}' is not known`,
          'Add it to themes, or correct it',
        ),
      )
    }
    if (!avoidances.includes(avoid.kind)) {
      problems.push(
        yaml.problem(
          ['questions', index, 'avoid', 'kind'],
          `the way of asking '${avoid.kind}' is not known`,
          'Add it to avoidances, or correct it',
        ),
      )
    }
  }
  for (const [index, id] of themes.entries()) {
    if (content.questions.some(({ theme }) => theme === id)) continue
    problems.push(
      yaml.problem(
        ['themes', index],
        `the theme '${id}' has no question`,
        'Add a question, or remove the theme',
      ),
    )
  }
  return problems
}
