import { dutchDay } from '#platform/dates.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { CaseFacts } from './who-may-cases.ts'

export type Member = {
  readonly organisation: string
  readonly person: string
  readonly roles: readonly string[]
  readonly active: boolean
}

type Row = { readonly organisation: string; readonly id: string }

export type FileFacts = Row & {
  readonly kind: 'arrest' | 'protection'
  readonly state: string
  readonly reference: string
  /** whose access was not ended */
  readonly circle: readonly string[]
  readonly apart: boolean
}

export type DossierFacts = Row & {
  readonly code: string
  readonly handler: string
  readonly circle: readonly string[]
}

/** One organisation's rows of a table. */
export type TableFacts = Row & {
  readonly convener: string
  readonly case: string | null
  /** of this organisation: what it was invited as, and how it stands */
  readonly role: string
  readonly seat: string
  /** the last day on which something of it is read, once it ended */
  readonly keptUntil: string | null
  /** agreements that this organisation took on and that are a task in a case of its own, with whose */
  readonly tasks: readonly { readonly item: string; readonly owner: string }[]
}

export type SentFacts = Row & {
  readonly file: string
  readonly fileKind: string
  readonly state: string
  readonly by: string
}

export type ReceivedFacts = Row & {
  readonly disclosure: string
  readonly role: string
  readonly case: string | null
  readonly state: string
  readonly endOn: string
  /** whether its words are in the row */
  readonly kept: boolean
}

/** One organisation's half of a question. */
export type QuestionFacts = Row & {
  readonly side: 'asked' | 'received'
  readonly case: string | null
  /** who of those who advise has it */
  readonly holder: string | null
}

/** What is in the database now, past every policy. */
export type FactsBetween = {
  readonly today: string
  readonly members: readonly Member[]
  readonly files: readonly FileFacts[]
  readonly dossiers: readonly DossierFacts[]
  readonly cases: readonly CaseFacts[]
  readonly tables: readonly TableFacts[]
  readonly sent: readonly SentFacts[]
  readonly received: readonly ReceivedFacts[]
  readonly questions: readonly QuestionFacts[]
}

const asked = {
  members: `select organisation_id as organisation, person_id as person, roles, active from membership`,
  files: `select organisation_id as organisation, id, kind, state, reference, put_away_at is not null as apart,
      array(select person_id from police_file_circle c where c.file_id = f.id and ended_at is null) as circle
    from police_file f`,
  dossiers: `select organisation_id as organisation, id, code, handler_id as handler,
      array(select person_id from dossier_circle c where c.dossier_id = d.id and ended_at is null) as circle
    from dossier d`,
  tables: `select t.organisation_id as organisation, t.id, convener_id as convener, case_id as case,
      keep_until::text as "keptUntil", s.role, s.state as seat,
      (select coalesce(json_agg(json_build_object('item', i.id, 'owner', k.owner_id)), '[]')
        from round_table_item i join case_task k on k.organisation_id = i.organisation_id
          and k.from_capability = 'round-tables' and k.from_id = i.id and k.state = 'open'
        where i.organisation_id = t.organisation_id and i.table_id = t.id and i.kind = 'agreement'
          and i.state = 'accepted' and i.to_id = i.organisation_id) as tasks
    from round_table t join round_table_seat s on s.organisation_id = t.organisation_id
      and s.table_id = t.id and s.party_id = t.organisation_id`,
  sent: `select organisation_id as organisation, id, file_id as file, file_kind as "fileKind", state,
      made_by as by from disclosure`,
  received: `select organisation_id as organisation, id, disclosure_id as disclosure, to_role as role,
      case_id as case, state, end_on::text as "endOn", content is not null as kept from received_disclosure`,
  questions: `select organisation_id as organisation, id, side, case_id as case,
      holder_id as holder from advice_question`,
} as const

const caseQuery = `select id, organisation_id as organisation, coordinator_id as coordinator, state,
    (select kind from organisation o where o.id = f.organisation_id) as kind,
    array(select person_id from case_circle c where c.case_id = f.id and ended_at is null
      and (until_at is null or until_at > $1)) as circle
  from case_file f`

export async function factsBetween({ pool, clock }: TestHouse): Promise<FactsBetween> {
  const list = async <T>(query: string): Promise<readonly T[]> => (await pool.query(query)).rows
  const members = await list<Member>(asked.members)
  const cases = (await pool.query(caseQuery, [clock().toString()])).rows.map(
    (row): CaseFacts => ({
      ...{ ...row, owner: '', writer: '' },
      staff: members.filter(
        ({ organisation, active }) => active && organisation === row.organisation,
      ),
    }),
  )
  return {
    ...{ members, cases, today: dutchDay(clock()) },
    files: await list<FileFacts>(asked.files),
    dossiers: await list<DossierFacts>(asked.dossiers),
    tables: await list<TableFacts>(asked.tables),
    sent: await list<SentFacts>(asked.sent),
    received: await list<ReceivedFacts>(asked.received),
    questions: await list<QuestionFacts>(asked.questions),
  }
}
