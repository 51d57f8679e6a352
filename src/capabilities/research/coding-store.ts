import type { Work } from '#platform/work.ts'
import { tables } from './wave-tables.ts'

/** By answer and question. */
export const listCodings = (work: Work, wave: string) =>
  tables(work)
    .selectFrom('survey_coding')
    .select(['answer_id', 'question', 'codes'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .execute()

type NewCoding = {
  readonly answer_id: string
  readonly question: string
  readonly codes: readonly string[]
  readonly coded_by: string
  readonly coded_on: string
}

/** In place of what was chosen for it before. */
export const upsertCoding = (work: Work, wave: string, { codes, ...coding }: NewCoding) =>
  tables(work)
    .insertInto('survey_coding')
    .values({
      ...{ organisation_id: work.actor.organisationId, wave_id: wave },
      ...{ ...coding, codes: [...codes] },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'wave_id', 'answer_id', 'question'])
        .doUpdateSet({ codes: [...codes], coded_by: coding.coded_by, coded_on: coding.coded_on }),
    )
    .execute()
