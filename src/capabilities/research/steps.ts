import { type Answers, askedOf } from './answers.ts'
import type { Question, Questionnaire } from './questionnaire.ts'

/** A page of the questionnaire: questions of one section, none of which waits for an answer of the same page. */
export type Step = { readonly section: string; readonly questions: readonly Question[] }

/** The pages, in order. They work without scripts because what an answer leads to begins a new one. */
export function stepsOf({ sections }: Questionnaire): readonly Step[] {
  return sections.flatMap(({ id, questions }) => {
    const steps: Question[][] = [[]]
    for (const question of questions) {
      const here = steps.at(-1) ?? []
      const waits = (question.askedWhen ?? []).some((when) =>
        here.some((earlier) => earlier.id === when.question),
      )
      if (waits) steps.push([question])
      else here.push(question)
    }
    return steps.map((each) => ({ section: id, questions: each }))
  })
}

/** What somebody with these answers is asked on a page. */
export function askedOn(questionnaire: Questionnaire, step: Step, answers: Answers): Question[] {
  const asked = new Set(askedOf(questionnaire, answers).map(({ id }) => id))
  return step.questions.filter(({ id }) => asked.has(id))
}

/** The next page (1) or the one before (-1) on which somebody with these answers is asked anything. */
export function stepBeside(
  questionnaire: Questionnaire,
  answers: Answers,
  from: number,
  way: 1 | -1,
): number | undefined {
  const steps = stepsOf(questionnaire)
  for (let at = from + way; at >= 0 && at < steps.length; at += way) {
    const step = steps[at]
    if (step && askedOn(questionnaire, step, answers).length > 0) return at
  }
  return undefined
}
