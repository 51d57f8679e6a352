import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { readConfig } from '#platform/config.ts'
import { languages, link } from '#platform/language.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { listTenantTables } from '#tests/table-rules.ts'
import { loadRetention, temporaryKinds } from './retention.ts'
import { privacyPage, sourcePage } from './statement-pages.ts'

let app: TestApp
before(async () => {
  app = await anApp()
})
after(() => app.close())

for (const language of languages) {
  test(`what the foot of every page leads to is there and is valid (${language})`, async () => {
    for (const path of ['/privacy', '/toegankelijkheid', '/broncode']) {
      const { status, body } = await app.aStranger().get(link(language, path))
      assert.equal(status, 200, path)
      assert.deepEqual(await faultsIn(raw(body)), [], path)
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
      assert.doesNotMatch(body, /<script/, path)
    }
  })
}

test('when the operator names no source, the reader is told to ask for it', async () => {
  const content = String(await sourcePage('en', undefined).content)
  assert.match(content, /The licence asks it to offer the code/)
  assert.doesNotMatch(content, /href="http/)
})

test('when the operator names a source, the page leads there', async () => {
  const content = String(await sourcePage('nl', 'https://code.voorbeeld.example/oogmerk').content)
  assert.match(content, /href="https:\/\/code\.voorbeeld\.example\/oogmerk"/)
  assert.doesNotMatch(content, /Vraag haar erom/)
})

test('the terms on the page are the terms of the clean-up', async () => {
  const changed = {
    drafts: 41,
    sessions: 42,
    invitations: 43,
    messages: 1,
    intervisions: 44,
    advice: 45,
    'round-tables': 46,
    'film-requests': 47,
    'figure-counts': 50,
    'delivery-drafts': 48,
    deliveries: 49,
  }
  for (const retention of [loadRetention(readConfig({}).knowledgeFolder), changed]) {
    const content = String(await privacyPage('nl', retention).content)
    for (const kind of temporaryKinds) {
      const days = retention[kind]
      assert.match(content, new RegExp(`\\b${days} dag${days === 1 ? '\\b' : 'en\\b'}`), kind)
    }
  }
})

/** Where the page tells of what a table keeps. A new table needs a sentence of its own, or a reason here. */
const told: Readonly<Record<string, RegExp>> = {
  advice_question: /Een vraag om advies aan een andere organisatie/,
  advice_step: /Een vraag om advies met alles wat erop is gezegd, wordt \d+ dagen/,
  case_circle:
    /Een casus ziet alleen de kring: de collega’s die de coördinator er met een reden in zette/,
  case_document: /Documenten en foto’s die een collega toevoegt, met hun naam en een zin/,
  case_document_chunk: /De plaats, het tijdstip, het toestel .* zijn dan weg/,
  case_entry: /feiten met hun bron, wat iemand denkt .*, besluiten met redenen, contacten/,
  case_entry_version: /Van een aanpassing blijft de oude tekst staan/,
  case_file: /Een casus is het dossier van één organisatie over één jongere/,
  case_identity: /Wie de jongere is, wordt apart versleuteld/,
  case_role: /rollen met wat erop wijst en wat ertegen spreekt/,
  case_task: /contacten, taken, en rollen/,
  consultation_answer: /Wat die persoon als antwoord schrijft, ziet eerst niemand anders/,
  conversation: /Een gesprek met de jongere: de voorbereiding, het verslag/,
  conversation_event: /Een gesprek, hulp en stappen van het protocol blijven zo lang als de casus/,
  conversation_passage: /Wat de jongere zei of typte, verandert niemand/,
  conversation_writing: /de voorbereiding, het verslag, wat de jongere zei, de samenvatting/,
  disclosure: /Wat een collega met een andere organisatie deelt: welke feiten/,
  disclosure_event: /Wat een organisatie deelde, of besloot niet te delen, wist ze zelf ook/,
  dossier: /Een dossier bij het Openbaar Ministerie/,
  dossier_assessment: /de beoordeling door een deskundige/,
  dossier_circle: /Alleen de kring van dat dossier ziet het/,
  dossier_decision: /het besluit met redenen/,
  dossier_event: /Leesbaar in de database zijn: het kenmerk, de stand, de dagen, de soort van elk/,
  dossier_fact: /wat bekend is en van wie dat kwam/,
  dossier_notice: /wie dat hoorde, en klachten erover/,
  dossier_objection: /en klachten erover/,
  dossier_offence: /om welke feiten het gaat/,
  dossier_outcome: /de gekozen wegen en gronden zonder naam erbij/,
  dossier_statement: /wat ervoor en ertegen spreekt/,
  figure_count: /Aantallen die een organisatie deelt voor landelijke cijfers/,
  figure_edition: /Landelijke cijfers blijven/,
  figure_edition_member: /met welke organisaties erin zitten/,
  figure_publishing: /welke medewerker het delen aanzette/,
  figure_received: /geen medewerker van het ministerie ziet ze/,
  help_offer: /Aanbod van hulp: .* openbaar en gaat niet over een persoon/,
  help_offer_event: /onthoudt welke medewerker het erop zette/,
  incoming_message: /van haar kwam, en een afdruk waar niemand de woorden uit kan halen/,
  intervision: /Een intervisie: collega’s schrijven kaarten/,
  intervision_contribution:
    /De woorden van een intervisie worden \d+ dagen na de laatste verandering gewist/,
  intervision_participant: /Wie meedeed, de uitkomst, .* blijft/,
  invitation: /Een uitnodiging die is gebruikt of verlopen/,
  progress_letter: /Een voortgangsbrief van een ministerie aan de Kamer/,
  progress_letter_event: /Wie vroeg en wie akkoord was, blijft/,
  progress_letter_file: /Een vastgestelde brief, met zijn bestanden en het bewijs bij de cijfers/,
  progress_letter_party: /Een concept van een brief dat andere ministeries lezen/,
  progress_letter_received: /dan verdwijnt het concept bij de anderen/,
  progress_letter_remark: /met wat zij ervan zeggen/,
  progress_letter_version: /de tekst, en elke versie ervan.*welke medewerker wat wanneer bewaarde/,
  membership: /Van een collega bewaart Oogmerk: naam, functie en mailadres/,
  outbox: /Een bericht aan een collega dat er iets nieuws is, wordt na/,
  outgoing_message: /staat hier versleuteld tot bekend is wat ervan werd/,
  partner_answer: /Wat het als antwoord op een opdracht kreeg, blijft even versleuteld staan/,
  partner_program: /Een programma van een organisatie dat met Oogmerk praat/,
  parliament_feed: /welke medewerker het aanzette, met welk mailadres van een afdeling/,
  parliament_row: /Wat een ministerie meeleest in de open data van de Tweede Kamer/,
  passkey: /het openbare deel van je passkey/,
  placement: /Hulp die is voorgesteld of begonnen/,
  placement_event: /wat de jongere en de ouders ervan vonden, de doelen en hoe het ging/,
  police_file: /Een aanhouding van een jongere, bij de politie/,
  police_file_circle: /staat apart, met een eigen kring/,
  police_file_look: /hoe er naar uitbuiting is gekeken/,
  police_file_note: /wat er is gezien en gevonden, wat de jongere zei/,
  protocol_edition: /Het protocol van een school: de stappen, en welke collega of rol/,
  protocol_event:
    /stappen van het protocol .* zijn gezet of overgeslagen, door wie, wanneer en waarom/,
  protocol_run: /Een oefening blijft tot een coördinator of de schoolleider haar weggooit/,
  protocol_step: /stappen van het protocol van de school/,
  provider_link: /een onleesbare afdruk van je account bij je organisatie/,
  received_disclosure: /Wat een organisatie van een ander ontving, staat versleuteld/,
  received_event: /Dat het er was, van wie, en wat ermee gebeurde, blijft/,
  received_taken: /Wat een collega overnam in een eigen dossier/,
  register_action: /Acties van een ministerie: .* gaat niet over een persoon/,
  register_action_event: /welke medewerker wat wanneer schreef/,
  register_find: /Kamerstukken die een ministerie las, wat erin gevonden is en wie dat bevestigde/,
  register_item: /moties, toezeggingen en vragen .* namen van Kamerleden/,
  register_item_event: /moties, toezeggingen en vragen die het bijhoudt/,
  register_paper: /Kamerstukken die een ministerie las/,
  round_table: /Een casusoverleg: organisaties om één vraag/,
  round_table_item: /Wat iemand inbrengt gaat naar één organisatie, op een grond/,
  round_table_seat: /welke organisaties in welke rol meedoen/,
  session: /wanneer die begon en het laatst werd gebruikt/,
  signal: /over wie of wat het gaat, wat iemand zag of hoorde/,
  signal_combination: /Wie het signaal vastlegde, en de kring/,
  signal_draft: /Een concept dat \d+ dagen niet is veranderd/,
  signal_event: /Daarna ook de collega aan wie het is doorgegeven/,
  signal_observation: /wat iemand zag of hoorde in eigen woorden/,
  survey_answer: /Wat scholen antwoordden staat zonder naam, code, tijd of volgorde/,
  survey_coding: /welke onderzoeker wat schoolmensen zelf schreven indeelde/,
  survey_draft: /Wat een school nog niet afmaakte, is versleuteld met de code/,
  survey_frame: /openbare lijsten van scholen/,
  survey_invitation: /of een school is uitgenodigd en antwoordde/,
  survey_letter: /Een mail aan een school blijft niet staan/,
  survey_urn: /Wat scholen antwoordden staat zonder naam, code, tijd of volgorde/,
  survey_wave: /welke onderzoeker de meting begon/,
  trail_entry: /komt er een regel in een logboek: wie, wanneer en waarom/,
  training_completion: /welk oefenverhaal iemand uitlas, in welke editie en wanneer/,
  training_film_loan: /Een vraag om de voorlichtingsfilm: .* bewaren beide organisaties/,
  training_film_request: /Een vraag om de voorlichtingsfilm: .* wie erom vroeg/,
  training_invitation: /wie van de leiding collega’s uitnodigde/,
  training_reflection: /een notitie.* die alleen jij kunt lezen/,
  training_term: /wie de termijn om opnieuw te lezen instelde/,
}

/** Kept for an organisation, without a word about anybody. */
const aboutNobody = [
  'closed_period',
  'message_channel',
  'organisation_key',
  'parliament_apart',
  'parliament_gap',
  'parliament_source',
  'partner_assertion',
  'partner_event',
  'partner_feed',
  'partner_token',
  'partner_webhook',
  'sign_in_provider',
  'survey_stratum',
  'trail_checkpoint',
  'trail_leaf',
  'trail_unsealed',
]

test('whatever the database keeps of people, the page tells', async () => {
  const tables = await listTenantTables(app.house.pool)
  assert.deepEqual([...Object.keys(told), ...aboutNobody].toSorted(), tables.toSorted())
  const retention = loadRetention(readConfig({}).knowledgeFolder)
  const content = String(await privacyPage('nl', retention).content)
  for (const [table, sentence] of Object.entries(told)) assert.match(content, sentence, table)
})

test('what is said of the terms of a case is that the school fixes them, and what is compared has its source', async () => {
  const retention = loadRetention(readConfig({}).knowledgeFolder)
  const nl = String(await privacyPage('nl', retention).content)
  assert.match(nl, /moet zelf een termijn vaststellen en zich eraan houden/)
  assert.match(nl, /Vanzelf wissen is een later deel van het plan/)
  assert.match(
    nl,
    /Oogmerk voert deze termijnen niet uit\. <a [^>]*href="https:\/\/www\.poraad\.nl/,
  )
  const en = String(await privacyPage('en', retention).content)
  assert.match(en, /must fix a term itself and keep to it/)
  assert.match(
    en,
    /Oogmerk does not carry out these terms\. <a [^>]*href="https:\/\/www\.poraad\.nl/,
  )
})
