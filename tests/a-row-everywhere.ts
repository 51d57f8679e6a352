import type { Pool } from 'pg'
import { newId, newReference } from '#platform/ids.ts'

/** For tests: an organisation with one row in every table, written by the owner of the database. */
export async function aRowEverywhere(pool: Pool, name: string): Promise<string> {
  const [organisation, person, id, entry] = [newId(), newId(), newId(), newId()]
  const write = (sql: string, ...values: unknown[]) => pool.query(sql, values)
  const mine = [organisation, id]
  const both = [organisation, person]
  await write(
    `insert into organisation (id, kind, name) values ($1, 'primary-school', $2)`,
    organisation,
    name,
  )
  await write('insert into person values ($1)', person)
  await write(`insert into membership values ($1, $2, '{mentor}', '\\x01')`, ...both)
  await write(
    `insert into session values ($1, $2, $3, $4, 'demo', '\\x01', now(), now())`,
    ...mine,
    person,
    Buffer.from(id),
  )
  await write(`insert into organisation_key values ($1, 1, '\\x01')`, organisation)
  await write(
    `insert into outbox values ($1, $2, $3, 'new-signal', 'nl', 'S-3333-4444', now())`,
    ...mine,
    person,
  )
  await write(
    `insert into sign_in_provider values ($1, 'https://inloggen.voorbeeld.example', 'oogmerk', '\\x01',
     'home', 'voorbeeld', 'affiliation', 'staff', now())`,
    organisation,
  )
  await write(`insert into provider_link values ($1, '\\x01', $2, now())`, ...both)
  await write(`insert into passkey values ($1, '\\x01', $2, '\\x01', 0, '\\x01', now())`, ...both)
  await write(
    `insert into invitation values ($1, $2, $3, $4, '\\x01', '{mentor}', now(), now() + interval '1 day')`,
    ...mine,
    Buffer.from(id),
    person,
  )
  await write(
    `insert into closed_period values ($1, $2, '2026-10-17', '2026-10-25', 'Herfstvakantie')`,
    ...mine,
  )
  await write(
    `insert into signal_draft values ($1, $2, $3, '\\x01', '\\x01', now(), now())`,
    ...mine,
    person,
  )
  await write('insert into signal_combination values ($1, $2, $3, now())', ...mine, person)
  await write(
    `insert into signal (organisation_id, id, reference, state, about, danger, origin, readers,
       reported_by, recorded_at, look_before, edition, content_key, content)
     values ($1, $2, $4, 'new', 'pupil', false, 'own', 'coordinators', $3, now(),
       current_date, '2026.1', '\\x01', '\\x01')`,
    ...mine,
    person,
    newReference('S'),
  )
  await write(
    `insert into signal_observation values ($1, $2, 'MON-01', 'observed', 'added')`,
    ...mine,
  )
  await write(
    `insert into signal_event values ($1, $2, $2, 'recorded', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into case_file (organisation_id, id, code, coordinator_id, opened_by, opened_at, changed_at, content_key, content)
     values ($1, $2, 'C-3333-4444', $3, $3, now(), now(), '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(`insert into case_identity values ($1, $2, 1, '\\x01', '\\x01', '\\x01')`, ...mine)
  await write(
    `insert into case_circle (organisation_id, case_id, id, person_id, added_by, added_at, reason)
     values ($1, $2, $2, $3, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into case_entry (organisation_id, case_id, id, kind, event, on_line, written_by, written_at)
     values ($1, $2, $2, 'event', 'opened', current_date, $3, now())`,
    ...mine,
    person,
  )
  await write(
    `insert into case_entry_version values ($1, $2, $2, 1, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into case_document (organisation_id, case_id, id, kind, size, chunks, added_by, added_at, entry_id, content_key, content)
     values ($1, $2, $2, 'pdf', 1, 1, $3, now(), $2, '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(`insert into case_document_chunk values ($1, $2, $2, 0, '\\x01')`, ...mine)
  await write(
    `insert into case_task (organisation_id, id, case_id, owner_id, coordinator_id, clock, due_on, made_by, made_at, content)
     values ($1, $2, $2, $3, $3, 'agreement', current_date, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into case_role (organisation_id, case_id, id, role, from_on, judged_by, judged_at, content)
     values ($1, $2, $2, 'exploited', current_date, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into conversation (organisation_id, id, case_id, state, prepared_by, prepared_at, holder_id)
     values ($1, $2, $2, 'prepared', $3, now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into conversation_writing values ($1, $2, 'preparation', 1, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into conversation_passage values ($1, $2, $2, 'quote', null, $3, now(), null, '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into conversation_event values ($1, $2, $2, 'prepared', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into intervision (organisation_id, id, method, edition, phases, silent, about, state,
       facilitator_id, started_by, started_at, changed_at, code_index, content_key, content, key)
     values ($1, $2, 'niet-pluis', 'method-niet-pluis-2026-1', '{occasion}', '{}', 'pupil', 'gathering',
       $3, $3, now(), now(), '\\x01', '\\x01', '\\x01', $2)`,
    ...mine,
    person,
  )
  await write('insert into intervision_participant values ($1, $2, $3, now())', ...mine, person)
  await write(
    `insert into intervision_contribution values ($1, $2, $2, $3, 'occasion', 'fact', now(), false, $2)`,
    ...mine,
    person,
  )
  await write(
    `insert into protocol_edition values ($1, $2, 1, 'draft', 'protocol-1', $3, now(), null, null, null, '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into help_offer (organisation_id, id, state, intervention, edition, about, municipality,
       school_types, contact_function, contact_way, published_by, published_at, changed_at)
     values ($1, $2, 'published', 'basta', '2026.1', '', 'Waterrade', '{}', 'Aanmeldpunt', 'bel', $3, now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into protocol_run (organisation_id, id, edition_id, state, case_id, started_by, started_at, counts_from, answers)
     values ($1, $2, $2, 'running', $2, $3, now(), current_date, '\\x01')`,
    ...mine,
    person,
  )
  await write(`insert into protocol_step values ($1, $2, 'talk', $2, 'waiting', 1)`, ...mine)
  await write(
    `insert into protocol_event (organisation_id, run_id, id, kind, happened_at, by_person)
     values ($1, $2, $2, 'started', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into register_action (organisation_id, id, line, title, owner, partners, items, state, development,
       next_step, version, added_by, added_at, changed_at)
     values ($1, $2, 'Lijn', 'Actie', 'Directie', '{}', '{}', 'running', '', '', 1, $3, now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into register_action_event values ($1, $2, $2, 'added', 'not-started', null, '', '', '', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into progress_letter values ($1, $2, 'draft', 'Brief', 1, $3, now(), now(), null, null, null)`,
    ...mine,
    person,
  )
  await write(
    `insert into progress_letter_version values ($1, $2, 1, 'began', null, '{}', $3, now())`,
    ...mine,
    person,
  )
  await write(`insert into progress_letter_file values ($1, $2, 'pdf', '\\x01', false)`, ...mine)
  await write(
    `insert into progress_letter_party values ($1, $2, $1, 'asked', 1, repeat('a', 64), null, now())`,
    ...mine,
  )
  await write(
    `insert into progress_letter_remark values ($1, $2, $2, $1, 1, 'head', 'Opmerking', now())`,
    ...mine,
  )
  await write(
    `insert into progress_letter_event values ($1, $2, $2, 'sent', 1, $1, $3, now())`,
    ...mine,
    person,
  )
  await write(
    `insert into progress_letter_received values ($1, $2, $1, 'asked', 1, repeat('a', 64), 'Brief', '[]', $3, null,
       now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into parliament_feed values ($1, true, 'post@ministerie.example', $2, now(), null)`,
    ...both,
  )
  await write(`insert into parliament_source values ($1, 'matters', '{}')`, mine[0])
  await write(
    `insert into parliament_row (organisation_id, source, id, stamp, facts, matters, walk, found_at, touched_at)
     values ($1, 'matters', $2, '2026-11-30T10:00:00.000000000Z', '{}', '{}', 1, now(), now())`,
    ...mine,
  )
  await write(
    `insert into parliament_gap values ($1, $2, 'matters', 'no-way-on', null, null, now(), null)`,
    ...mine,
  )
  await write(`insert into parliament_apart values ($1, 'matters', 'x', 'Id', now())`, mine[0])
  await write(
    `insert into register_paper (organisation_id, id, sha256, kind, title, body, state, read_by, read_at, changed_at)
     values ($1, $2, decode(repeat('00', 32), 'hex'), 'brief', '', 'Tekst', 'read', $3, now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into register_find (organisation_id, paper_id, number, kind, found, uncertain, verdict)
     values ($1, $2, 1, 'reference', '{}', false, 'waiting')`,
    ...mine,
  )
  await write(
    `insert into register_item (organisation_id, id, kind, title, says, asked_by, wanted_words, state, version,
       added_by, added_at, changed_at)
     values ($1, $2, 'motion', 'Motie', '', '{}', '', 'open', 1, $3, now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into register_item_event (organisation_id, item_id, id, kind, state, says, evidence, happened_at, by_person)
     values ($1, $2, $2, 'added', 'open', '', '', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into figure_publishing values ($1, $1, '2026-01-01', $2, now(), null)`,
    organisation,
    person,
  )
  await write(
    `insert into figure_count (organisation_id, id, definition, definition_version, period, number, ministry_id,
       counted_at, content_key, content)
     values ($1, $2, 'a-figure', 1, '2026', 1, $1, now(), '\\x01', '\\x01')`,
    ...mine,
  )
  await write(
    `insert into figure_received values ($1, $2, $1, 'a-figure', 1, '2026', 1, now(), '\\x01', '\\x01')`,
    ...mine,
  )
  await write(
    `insert into figure_edition values ($1, 'a-figure', '2026', 1, current_date, 5, '{}', sha256('{}'))`,
    organisation,
  )
  await write(
    `insert into figure_edition_member values ($1, 'a-figure', '2026', 1, $1, 1)`,
    organisation,
  )
  await write(
    `insert into help_offer_event values ($1, $2, $2, 'published', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into placement (organisation_id, id, case_id, state, edition, proposed_on, proposed_by, proposed_at, content)
     values ($1, $2, $2, 'proposed', '2026.1', current_date, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into placement_event values ($1, $2, $2, 'proposed', current_date, now(), $3, '\\x01')`,
    ...mine,
    person,
  )
  const other = newId()
  await write(
    `insert into organisation (id, kind, name) values ($1, 'safe-home', 'Een ander (verzonnen)')`,
    other,
  )
  await write('insert into message_channel values ($1, $2, 1, 1, 1)', organisation, other)
  await write(
    `insert into outgoing_message values ($1, $2, 1, $3, 'sharing.word', null, now(), $4, null, null, now(), 'received')`,
    organisation,
    other,
    id,
    Buffer.alloc(32, 1),
  )
  await write(
    `insert into incoming_message values ($1, $2, 1, $3, 'sharing.word', $4, now(), 'received')`,
    organisation,
    other,
    id,
    Buffer.alloc(32, 1),
  )
  await write(
    `insert into training_completion values ($1, $2, $3, 'a-story', 'edition', current_date, now(), null, null)`,
    ...mine,
    person,
  )
  await write(
    `insert into training_reflection values ($1, $2, $3, 'a-story', 'edition', now(), '\\x01', '\\x01', null)`,
    ...mine,
    person,
  )
  await write(
    `insert into training_film_request (organisation_id, id, asked_of, state, asked_by, asked_at, wrapped_key, content)
     values ($1, $2, $1, 'asked', $3, now(), '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into training_film_loan (organisation_id, id, from_id, request_id, state, received_at, wrapped_key, content)
     values ($1, $2, $1, $2, 'waiting', now(), '\\x01', '\\x01')`,
    ...mine,
  )
  await write('insert into training_term values ($1, 6, $2, now())', organisation, person)
  await write(
    `insert into training_invitation values ($1, $2, 'a-story', current_date, $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into police_file (organisation_id, id, kind, reference, opened_by, opened_at, changed_at, arrested_at,
     offence, age_group, content_key, content, pseudonym_index)
     values ($1, $2, 'arrest', 'A-3333-4444', $3, now(), now(), now(), 'unknown', 'unknown', '\\x01', '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into disclosure (organisation_id, id, reference, file_kind, file_id, state, made_by, made_at,
       changed_at, content_key, content)
     values ($1, $2, 'D-3333-4444', 'case', $2, 'draft', $3, now(), now(), '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into police_file_circle (organisation_id, file_id, id, person_id, added_by, added_at, reason)
     values ($1, $2, $2, $3, $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into disclosure_event values ($1, $2, $2, 'not-shared', now(), $3)`,
    ...mine,
    person,
  )
  await write(
    `insert into police_file_note (organisation_id, file_id, id, kind, happened_at, written_by, written_at, content)
     values ($1, $2, $2, 'fact', now(), $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into police_file_look (organisation_id, file_id, id, part, edition, looked_by, looked_at, further, content)
     values ($1, $2, $2, 'first', '2026-1', $3, now(), false, '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into advice_question
       (organisation_id, id, side, other_id, code, asked_by, asked_at, changed_at, content_key, content)
     values ($1, $2, 'asked', $4, 'V-3333-4444', $3, now(), now(), '\\x01', '\\x01')`,
    ...mine,
    person,
    other,
  )
  await write(
    `insert into advice_step (organisation_id, question_id, number, id, act, by_person, at, content)
     values ($1, $2, 1, $2, 'add', $3, now(), '\\x01')`,
    ...mine,
    person,
  )
  await write(
    `insert into partner_program values ($1, $2, 'Volgsysteem', '{events:read}', '{"keys":[]}', null, now(), $3, now())`,
    ...mine,
    person,
  )
  const hash = Buffer.alloc(32, 1)
  await write(
    `insert into partner_token values ($1, $3, $2, '{events:read}', now())`,
    ...mine,
    hash,
  )
  await write(`insert into partner_assertion values ($1, $2, $3, now())`, ...mine, hash)
  await write(`insert into partner_answer values ($1, $2, $3, $3, now())`, ...mine, hash)
  await write('insert into partner_feed values ($1, 1)', organisation)
  await write(
    `insert into partner_event values ($1, $2, 1, 'nl.oogmerk.delivery.received', $2, now())`,
    ...mine,
  )
  await write(
    `insert into partner_webhook values ($1, $2, 'https://hoor.voorbeeld.example', 1)`,
    ...mine,
  )
  await write(
    `insert into received_disclosure values ($1, $2, $3, $2, 'D-3333-4444', 'mentor', 'ended', now(),
       current_date, 1, $4)`,
    ...mine,
    other,
    Buffer.alloc(32, 1),
  )
  await write(`insert into received_event values ($1, $2, $2, 'ended', now())`, ...mine)
  await write(
    `insert into consultation_answer values ($1, $2, $2, 'voorbeeld.antwoord', $3, now(), now())`,
    ...mine,
    person,
  )
  await write(
    `insert into received_taken values ($1, $2, $2, $2, 'fact', $3, now(), '', '')`,
    ...mine,
    person,
  )
  await write(
    `insert into round_table (organisation_id, id, convener_id, code, aim, on_day, made_by, made_at)
     values ($1, $2, $1, 'O-3333-4444', 'help', current_date, $3, now())`,
    ...mine,
    person,
  )
  await write(
    `insert into round_table_seat values ($1, $2, $1, 'care-coordinator', 'joined')`,
    ...mine,
  )
  await write(
    `insert into round_table_item (organisation_id, table_id, number, id, kind, from_id, state, at)
     values ($1, $2, 1, $2, 'minutes', $1, 'proposed', now())`,
    ...mine,
  )
  await write(
    `insert into trail_entry values ($1, $2, now(), 'person', $3, $1, '{mentor}', 'oversight',
     'signal.read', null, 'request', '{}')`,
    organisation,
    entry,
    person,
  )
  await write('insert into trail_unsealed values ($1, $2)', organisation, entry)
  await write('insert into trail_leaf values ($1, 0, $2)', organisation, entry)
  await write(
    `insert into trail_checkpoint values ($1, 1, 'note', $2, $2)`,
    organisation,
    Buffer.alloc(32, 1),
  )
  await write(
    `insert into dossier (organisation_id, id, code, state, handler_id, opened_by, opened_at, changed_at, content_key, content)
     values ($1, $2, 'D-3333-4444', 'received', $3, $3, now(), now(), '\\x01', '\\x01')`,
    ...mine,
    person,
  )
  await write(`insert into dossier_circle values ($1, $2, $2, $3, $3, now())`, ...mine, person)
  await write(`insert into dossier_event values ($1, $2, $2, 'open', now(), $3)`, ...mine, person)
  await write(
    `insert into dossier_offence values ($1, $2, $2, 'Sr', '310', null, '\\x01')`,
    ...mine,
  )
  await write(
    `insert into dossier_fact values ($1, $2, $2, 'fact', null, now(), null, null, null, '\\x01')`,
    ...mine,
  )
  await write(
    `insert into dossier_statement values ($1, $2, $2, 'act', 'unknown', '{}', '{}', null, null, now(), null, '\\x01', '{}')`,
    ...mine,
  )
  await write(
    `insert into dossier_assessment values ($1, $2, $2, 'paper', current_date, now(), '{}', '\\x01')`,
    ...mine,
  )
  await write(
    `insert into dossier_decision values ($1, $2, $2, $3, now(), current_date, 'follows', $2, 'r', 'g', 's', '\\x01', '{}', 'unknown')`,
    ...mine,
    person,
  )
  await write(
    `insert into dossier_outcome values ($1, $2, $2, $2, 'with-prosecutor', 'sepot-06', '{06}', '{act}', '\\x01')`,
    ...mine,
  )
  await write(
    `insert into dossier_notice values ($1, $2, $2, 'lawyer', 'draft', null, '\\x01', $2, now())`,
    ...mine,
  )
  await write(
    `insert into dossier_objection values ($1, $2, $2, $2, 'complaint', current_date, null, null, null, '\\x01')`,
    ...mine,
  )
  await write(
    `insert into survey_wave (organisation_id, id, title, questionnaire, state, strata_by, closes_on, made_by, made_on)
     values ($1, $2, 'Meting', 'criminal-exploitation-1', 'prepared', '{}', current_date, $3, current_date)`,
    ...mine,
    person,
  )
  await write(
    `insert into survey_frame values ($1, $2, '99VA00', 'vo', 'School (verzonnen)', null, null)`,
    ...mine,
  )
  await write(`insert into survey_stratum values ($1, $2, 'vo', 1, 1)`, ...mine)
  await write(
    `insert into survey_invitation values ($1, $2, '99VA00', 'vo', sha256($3))`,
    ...mine,
    Buffer.from(id),
  )
  await write(
    `insert into survey_letter values ($1, $2, $2, '99VA00', 'invitation', '\\x01', now())`,
    ...mine,
  )
  const sealed = (length: number) => Buffer.alloc(length, 1)
  await write(
    'insert into survey_draft values ($1, $2, sha256($3), $4)',
    ...mine,
    Buffer.from(id),
    sealed(8221),
  )
  await write('insert into survey_urn values ($1, $2, $2, $3)', ...mine, sealed(8252))
  await write(`insert into survey_answer values ($1, $2, $2, 'vo', $3)`, ...mine, sealed(8221))
  await write(
    `insert into survey_coding values ($1, $2, $2, 'help', '{time}', $3, current_date)`,
    ...mine,
    person,
  )
  return organisation
}
