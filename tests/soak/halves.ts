import { readConfig } from '#platform/config.ts'
import { withHouse } from '../../src/commands/command-house.ts'
import { environment } from './a-server.ts'
import type { Finding } from './at-work.ts'

/** What one act writes in several tables. Each question finds the ids of those that lack a part. */
const questions: Readonly<Record<string, string>> = {
  'a case without identity, circle or first line': `
    select id from case_file f
    where not exists (select from case_identity i where i.case_id = f.id)
       or not exists (select from case_circle c where c.case_id = f.id)
       or not exists (select from case_entry e where e.case_id = f.id and e.event = 'opened')`,
  'an entry without all its versions': `
    select id from case_entry e
    where kind <> 'event' and withdrawn_because is null
      and version <> (select count(*) from case_entry_version v where v.entry_id = e.id)`,
  'a document without all its parts': `
    select id from case_document d
    where removed_at is null
      and chunks <> (select count(*) from case_document_chunk c where c.document_id = d.id)`,
  'a document without its line in the case': `
    select id from case_document d
    where not exists (select from case_entry e where e.id = d.entry_id)`,
  'a task that ended without a line in the case': `
    select case_id as id from case_task where state = 'done' and from_id is null
    group by case_id
    having count(*) > (select count(*) from case_entry e
      where e.case_id = case_task.case_id and e.event = 'task-done')`,
  'an intervision without its facilitator': `
    select id from intervision t
    where not exists (select from intervision_participant p
      where p.intervision_id = t.id and p.person_id = t.facilitator_id)`,
  'a run without its beginning': `
    select id from protocol_run r
    where not exists (select from protocol_event e where e.run_id = r.id and e.kind = 'started')
       or not exists (select from protocol_step s where s.run_id = r.id)`,
  'a step that ended without a line': `
    select run_id as id from protocol_step s
    where state in ('done', 'skipped') and not exists (select from protocol_event e
      where e.run_id = s.run_id and e.step = s.step and e.kind = s.state)`,
  'a delivery that left without its message': `
    select id from disclosure d
    where state not in ('draft', 'not-shared') and not exists (select from outgoing_message m
      where m.organisation_id = d.organisation_id and m.about = d.id
        and m.kind = 'sharing.disclosure')`,
  'something received without a line or a receipt': `
    select id from received_disclosure r
    where not exists (select from received_event e
      where e.received_id = r.id and e.kind = 'delivered')
       or not exists (select from incoming_message m
      where m.organisation_id = r.organisation_id and m.from_id = r.from_id
        and m.kind = 'sharing.disclosure')`,
  'words where it is over': `
    select id from received_disclosure r
    where state in ('declined', 'recalled', 'ended') and (content is not null
      or content_key is not null or exists (select from received_event e
        where e.received_id = r.id and e.content is not null))`,
  'a question without all its steps': `
    select id from advice_question q
    where steps <> (select count(*) from advice_step s
      where s.organisation_id = q.organisation_id and s.question_id = q.id)`,
  'a table without a seat': `
    select id from round_table t
    where not exists (select from round_table_seat s
      where s.organisation_id = t.organisation_id and s.table_id = t.id)`,
  'a file of an arrest or apart without a circle': `
    select id from police_file f
    where not exists (select from police_file_circle c where c.file_id = f.id)`,
  'a dossier without a circle or a first line': `
    select id from dossier d
    where not exists (select from dossier_circle c where c.dossier_id = d.id)
       or not exists (select from dossier_event e where e.dossier_id = d.id)`,
  'a placement that stands elsewhere than its last line says': `
    select id from placement p
    where state <> coalesce((select kind from placement_event e
      where e.placement_id = p.id and e.kind <> 'reported' order by e.id desc limit 1), '')`,
}

/** Looks beside the pages, in the database: what is there in part may well be shown to nobody. */
export const halves = (folder: string): Promise<Finding[]> =>
  withHouse(readConfig(environment(folder)), async ({ pool }) => {
    const findings: Finding[] = []
    for (const [what, question] of Object.entries(questions)) {
      const { rows } = await pool.query(question)
      findings.push(...rows.map(({ id }) => ({ kind: 'half' as const, what: `${what}: ${id}` })))
    }
    return findings
  })
