import type { Pool, PoolClient } from 'pg'

/** Tables that belong to no organisation, and why that is right. */
export const houseTables: Readonly<Record<string, string>> = {
  house_key: 'fingerprints of the two keys; the application role cannot reach it',
  organisation: 'public facts from school registers: no personal data',
  person: 'a number only; the name belongs to each organisation',
  peer: 'where an organisation on another server is reached: set by the operator, no personal data',
  migration: 'which SQL files ran; the application role cannot reach it',
}

/** Everything the application role may do. What is not here is refused. */
export const appRights: Readonly<Record<string, string>> = {
  advice_question: 'DELETE INSERT SELECT UPDATE',
  advice_step: 'DELETE INSERT SELECT UPDATE',
  case_circle: 'INSERT SELECT UPDATE',
  case_document: 'INSERT SELECT UPDATE',
  case_document_chunk: 'DELETE INSERT SELECT',
  case_entry: 'INSERT SELECT UPDATE',
  case_entry_version: 'DELETE INSERT SELECT',
  case_file: 'INSERT SELECT UPDATE',
  case_identity: 'INSERT SELECT UPDATE',
  case_role: 'INSERT SELECT UPDATE',
  case_task: 'INSERT SELECT UPDATE',
  closed_period: 'DELETE INSERT SELECT',
  consultation_answer: 'INSERT SELECT UPDATE',
  conversation: 'INSERT SELECT UPDATE',
  conversation_event: 'INSERT SELECT',
  conversation_passage: 'INSERT SELECT',
  conversation_writing: 'INSERT SELECT',
  intervision: 'INSERT SELECT UPDATE',
  intervision_contribution: 'DELETE INSERT SELECT UPDATE',
  intervision_participant: 'INSERT SELECT UPDATE',
  dossier: 'INSERT SELECT UPDATE',
  dossier_assessment: 'INSERT SELECT',
  dossier_circle: 'INSERT SELECT UPDATE',
  dossier_decision: 'INSERT SELECT',
  dossier_event: 'INSERT SELECT',
  dossier_fact: 'INSERT SELECT UPDATE',
  dossier_notice: 'INSERT SELECT UPDATE',
  dossier_objection: 'INSERT SELECT UPDATE',
  dossier_offence: 'INSERT SELECT UPDATE',
  dossier_outcome: 'INSERT SELECT',
  dossier_statement: 'INSERT SELECT UPDATE',
  disclosure: 'DELETE INSERT SELECT UPDATE',
  disclosure_event: 'INSERT SELECT UPDATE',
  figure_count: 'DELETE INSERT SELECT UPDATE',
  figure_edition: 'INSERT SELECT',
  figure_edition_member: 'INSERT SELECT',
  figure_publishing: 'INSERT SELECT UPDATE',
  figure_received: 'DELETE INSERT SELECT UPDATE',
  help_offer: 'INSERT SELECT UPDATE',
  help_offer_event: 'INSERT SELECT',
  incoming_message: 'INSERT SELECT',
  invitation: 'DELETE INSERT SELECT UPDATE',
  progress_letter: 'INSERT SELECT UPDATE',
  progress_letter_event: 'INSERT SELECT',
  progress_letter_file: 'INSERT SELECT UPDATE',
  progress_letter_party: 'INSERT SELECT UPDATE',
  progress_letter_received: 'INSERT SELECT UPDATE',
  progress_letter_remark: 'INSERT SELECT',
  progress_letter_version: 'INSERT SELECT',
  membership: 'INSERT SELECT UPDATE',
  message_channel: 'INSERT SELECT UPDATE',
  organisation: 'SELECT',
  organisation_key: 'INSERT SELECT',
  outbox: 'DELETE INSERT SELECT UPDATE',
  outgoing_message: 'INSERT SELECT UPDATE',
  partner_answer: 'DELETE INSERT SELECT UPDATE',
  partner_assertion: 'DELETE INSERT SELECT',
  partner_event: 'DELETE INSERT SELECT UPDATE',
  partner_feed: 'INSERT SELECT UPDATE',
  register_action: 'INSERT SELECT UPDATE',
  register_action_event: 'INSERT SELECT',
  parliament_apart: 'DELETE INSERT SELECT UPDATE',
  parliament_feed: 'INSERT SELECT UPDATE',
  parliament_gap: 'INSERT SELECT UPDATE',
  parliament_row: 'INSERT SELECT UPDATE',
  parliament_source: 'INSERT SELECT UPDATE',
  register_find: 'INSERT SELECT UPDATE',
  register_item: 'INSERT SELECT UPDATE',
  register_item_event: 'INSERT SELECT',
  register_paper: 'INSERT SELECT UPDATE',
  partner_program: 'INSERT SELECT UPDATE',
  partner_token: 'DELETE INSERT SELECT',
  partner_webhook: 'DELETE INSERT SELECT UPDATE',
  passkey: 'INSERT SELECT UPDATE',
  police_file: 'DELETE INSERT SELECT UPDATE',
  police_file_circle: 'DELETE INSERT SELECT UPDATE',
  police_file_look: 'DELETE INSERT SELECT',
  police_file_note: 'DELETE INSERT SELECT UPDATE',
  peer: 'SELECT',
  person: 'INSERT SELECT',
  protocol_edition: 'DELETE INSERT SELECT UPDATE',
  protocol_event: 'DELETE INSERT SELECT',
  protocol_run: 'DELETE INSERT SELECT UPDATE',
  protocol_step: 'DELETE INSERT SELECT UPDATE',
  placement: 'INSERT SELECT UPDATE',
  placement_event: 'INSERT SELECT',
  provider_link: 'INSERT SELECT UPDATE',
  received_disclosure: 'INSERT SELECT UPDATE',
  received_event: 'INSERT SELECT UPDATE',
  received_taken: 'INSERT SELECT',
  round_table: 'DELETE INSERT SELECT UPDATE',
  round_table_item: 'DELETE INSERT SELECT UPDATE',
  round_table_seat: 'DELETE INSERT SELECT UPDATE',
  session: 'DELETE INSERT SELECT UPDATE',
  sign_in_provider: 'INSERT SELECT UPDATE',
  signal: 'INSERT SELECT UPDATE',
  signal_combination: 'INSERT SELECT',
  signal_draft: 'DELETE INSERT SELECT UPDATE',
  signal_event: 'INSERT SELECT',
  signal_observation: 'DELETE INSERT SELECT',
  survey_answer: 'INSERT SELECT',
  survey_coding: 'INSERT SELECT UPDATE',
  survey_draft: 'DELETE INSERT SELECT UPDATE',
  survey_frame: 'DELETE INSERT SELECT UPDATE',
  survey_invitation: 'INSERT SELECT UPDATE',
  survey_letter: 'DELETE INSERT SELECT UPDATE',
  survey_stratum: 'INSERT SELECT UPDATE',
  survey_urn: 'DELETE INSERT SELECT',
  survey_wave: 'INSERT SELECT UPDATE',
  training_completion: 'INSERT SELECT UPDATE',
  training_film_loan: 'DELETE INSERT SELECT UPDATE',
  training_film_request: 'DELETE INSERT SELECT UPDATE',
  training_invitation: 'INSERT SELECT',
  training_reflection: 'DELETE INSERT SELECT',
  training_term: 'INSERT SELECT UPDATE',
  trail_checkpoint: 'INSERT SELECT',
  trail_entry: 'INSERT SELECT',
  trail_leaf: 'INSERT SELECT',
  trail_unsealed: 'DELETE INSERT SELECT',
}

/** The doors that look across organisations: who owns each, and what that owner may read for it. */
export const crossingRoles: Readonly<
  Record<string, { owns: readonly string[]; reads: readonly string[] }>
> = {
  oogmerk_sign_in: {
    owns: [
      'find_invitation',
      'find_memberships',
      'find_passkeys',
      'find_session',
      'find_sign_in_organisations',
    ],
    reads: ['invitation', 'membership', 'passkey', 'session', 'sign_in_provider'],
  },
  oogmerk_post: { owns: ['organisations_with_post'], reads: ['outbox'] },
  oogmerk_offers: {
    owns: ['find_published_offer', 'list_offered_places', 'list_published_offers'],
    reads: ['help_offer'],
  },
  oogmerk_letters: {
    owns: ['find_published_letter_file', 'list_published_letters'],
    reads: ['progress_letter', 'progress_letter_file'],
  },
  oogmerk_figures: {
    owns: ['count_figure_publishers', 'list_national_figures'],
    reads: ['figure_edition', 'figure_received'],
  },
  oogmerk_channel: { owns: ['organisations_with_messages'], reads: ['message_channel'] },
  oogmerk_partners: {
    owns: ['organisations_with_webhooks'],
    reads: ['partner_event', 'partner_feed', 'partner_webhook'],
  },
  oogmerk_survey: {
    owns: ['find_published_survey', 'find_survey', 'list_published_surveys'],
    reads: ['survey_invitation', 'survey_wave'],
  },
  oogmerk_papers: { owns: ['find_register_papers'], reads: ['register_paper'] },
  oogmerk_sealing: { owns: ['organisations_to_seal'], reads: ['trail_unsealed'] },
}

const condition = '(organisation_id = current_organisation_id())'
const ours = Object.keys(crossingRoles)
const roles = ['oogmerk_app', ...ours]

type Db = Pool | PoolClient
type Rule = { readonly sql: string; readonly told: (row: Record<string, string>) => string }

const tenantTables = `select c.oid, c.relname from pg_class c join pg_attribute a
  on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

/** Each query finds what should not be there; nothing found means the rule holds. */
const rules: readonly Rule[] = [
  {
    sql: `select relname from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and oid not in (select oid from (${tenantTables}) t)
      and relname <> all ($1)`,
    told: ({ relname }) => `${relname}: no organisation_id, and not on the list with a reason`,
  },
  {
    sql: `select relname, relkind from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('v', 'm', 'f', 'S') and $1::text[] is not null`,
    told: ({ relname }) => `${relname}: a view, sequence or foreign table goes around the policies`,
  },
  {
    sql: `select relname from (${tenantTables}) t where $1::text[] is not null and not exists
      (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
    told: ({ relname }) => `${relname}: no primary key`,
  },
  {
    sql: `select t.relname, i.indexrelid::regclass::text as index from (${tenantTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where $1::text[] is not null and a.attname is distinct from 'organisation_id'`,
    told: ({ relname, index }) => `${relname}: ${index} does not begin with organisation_id`,
  },
  {
    sql: `select t.relname from (${tenantTables}) t join pg_class c on c.oid = t.oid
      where $1::text[] is not null and not (c.relrowsecurity and c.relforcerowsecurity)`,
    told: ({ relname }) => `${relname}: row-level security is not enabled and forced`,
  },
  {
    sql: `select t.relname, count(p.policyname)::text from (${tenantTables}) t left join pg_policies p
      on p.schemaname = 'public' and p.tablename = t.relname and p.roles = '{oogmerk_app}'
      and p.cmd = 'ALL' and p.qual = '${condition}' and p.with_check = '${condition}'
      where $1::text[] is not null group by 1 having count(p.policyname) <> 1`,
    told: ({ relname }) => `${relname}: not exactly one whole policy for the application`,
  },
  {
    sql: `select tablename, policyname from pg_policies where $1::text[] is not null
      and permissive <> 'PERMISSIVE'`,
    told: ({ tablename, policyname }) => `${tablename}: ${policyname} is restrictive`,
  },
  {
    sql: `select tablename, policyname from pg_policies where $1::text[] is not null
      and roles <> '{oogmerk_app}' and not (cmd = 'SELECT' and roles <@ '{${ours}}'::name[])`,
    told: ({ tablename, policyname }) => `${tablename}: ${policyname} opens it to somebody else`,
  },
  {
    sql: `select tablename, policyname from pg_policies where $1::text[] is not null
      and 'oogmerk_app' = any (roles) and (qual is distinct from '${condition}'
      or with_check is distinct from '${condition}')`,
    told: ({ tablename, policyname }) => `${tablename}: ${policyname} gives the application more`,
  },
  {
    sql: `select tgrelid::regclass::text as relname, tgname from pg_trigger
      where $1::text[] is not null and not tgisinternal`,
    told: ({ relname, tgname }) => `${relname}: trigger ${tgname}`,
  },
  {
    sql: `select ev_class::regclass::text as relname, rulename from pg_rewrite r
      join pg_class c on c.oid = r.ev_class
      where $1::text[] is not null and c.relnamespace = 'public'::regnamespace`,
    told: ({ relname, rulename }) => `${relname}: rewrite rule ${rulename}`,
  },
  {
    sql: `select k.conrelid::regclass::text as relname, k.conname from pg_constraint k
      where $1::text[] is not null and k.contype = 'f'
      and k.confrelid in (select oid from (${tenantTables}) t) and not exists (
        select from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
        where a.attname = 'organisation_id' and b.attname = 'organisation_id')`,
    told: ({ relname, conname }) => `${relname}: ${conname} can point into another organisation`,
  },
  {
    sql: `select rolname from pg_roles where $1::text[] is not null and rolname = any ('{${roles}}')
      and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`,
    told: ({ rolname }) => `${rolname}: has powers that a policy cannot hold`,
  },
  {
    sql: `select r.rolname, o.rolname as into from pg_auth_members m join pg_roles r on r.oid = m.member
      join pg_roles o on o.oid = m.roleid
      where $1::text[] is not null and r.rolname = any ('{${roles}}')`,
    told: ({ rolname, into }) => `${rolname}: may become ${into}`,
  },
  {
    sql: `select c.relname, c.relowner::regrole::text as owner from pg_class c
      where $1::text[] is not null and c.relnamespace = 'public'::regnamespace
      and c.relowner::regrole::text = any ('{${roles}}')`,
    told: ({ relname, owner }) =>
      `${relname}: owned by ${owner}, who could switch its policies off`,
  },
  {
    sql: `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
      and $1::text[] is not null and p.prosecdef
      and (has_function_privilege('public', p.oid, 'execute')
        or coalesce(array_to_string(p.proconfig, ','), '') <> 'search_path=public')`,
    told: ({ proname }) =>
      `${proname}: a door between organisations stands open, or has no fixed path`,
  },
  {
    sql: `select r as rolname from unnest('{${roles}}'::text[]) r
      where $1::text[] is not null and has_schema_privilege(r, 'public', 'create')`,
    told: ({ rolname }) => `${rolname}: may create things of its own in the schema`,
  },
]

/** What in this database's catalogue breaks the rules of 0001-house.sql, in sentences. */
export async function faultsIn(db: Db): Promise<string[]> {
  const faults: string[] = []
  for (const { sql, told } of rules) {
    const { rows } = await db.query(sql, [Object.keys(houseTables)])
    faults.push(...rows.map(told))
  }
  const rights = await rightsOf(db, 'oogmerk_app')
  for (const table of new Set([...Object.keys(rights), ...Object.keys(appRights)])) {
    if (rights[table] === appRights[table]) continue
    faults.push(`${table}: oogmerk_app may ${rights[table] ?? 'nothing'} there`)
  }
  for (const [role, { owns, reads }] of Object.entries(crossingRoles)) {
    const owned = await doorsOf(db, role)
    if (owned.join() !== owns.join()) faults.push(`${role}: owns ${owned.join(', ')}`)
    for (const [table, may] of Object.entries(await rightsOf(db, role))) {
      if (may === 'SELECT' && (reads.includes(table) || table === 'organisation')) continue
      faults.push(`${table}: ${role} may ${may} there`)
    }
  }
  return faults
}

/** Rights on whole tables and on single columns, PUBLIC's included, by table. */
async function rightsOf(db: Db, role: string): Promise<Record<string, string>> {
  const { rows } = await db.query(
    `select relname, string_agg(distinct privilege, ' ' order by privilege) as may from (
       select c.relname, x.privilege_type as privilege
       from pg_class c cross join lateral aclexplode(c.relacl) x
       where c.relnamespace = 'public'::regnamespace
         and x.grantee in (0, (select oid from pg_roles where rolname = $1))
       union all
       select c.relname, x.privilege_type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       cross join lateral aclexplode(a.attacl) x
       where c.relnamespace = 'public'::regnamespace
         and x.grantee in (0, (select oid from pg_roles where rolname = $1))
     ) every_right group by relname`,
    [role],
  )
  return Object.fromEntries(rows.map(({ relname, may }) => [relname, may]))
}

async function doorsOf(db: Db, role: string): Promise<string[]> {
  const { rows } = await db.query(
    `select proname from pg_proc where pronamespace = 'public'::regnamespace
     and proowner::regrole::text = $1 order by proname`,
    [role],
  )
  return rows.map(({ proname }) => proname)
}

export async function listTenantTables(db: Db): Promise<string[]> {
  const { rows } = await db.query(`select relname from (${tenantTables}) t order by relname`)
  return rows.map(({ relname }) => relname)
}
