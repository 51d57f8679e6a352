import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { problemKinds } from '#platform/http/problem.ts'
import type { Language } from '#platform/language.ts'
import { addressOf } from './api.ts'
import type { Operation } from './operation.ts'
import { paths } from './paths.ts'
import { scopes } from './program.ts'
import { t } from './words.ts'

type Guide = {
  /** the address of this server */
  readonly issuer: string
  readonly operations: readonly Operation[]
  readonly problems: (kind: string) => { readonly title: string; readonly detail: string }
}

const parts = ['begin', 'rules', 'send', 'events', 'problems', 'change'] as const

/** How a program begins: for the people who make one. */
export function guidePage(language: Language, { issuer, operations, problems }: Guide): Html {
  const words = t(language).guide
  const code = (text: string) => html`<code>${text}</code>`
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>${parts.map((part) => html`<li><a href="#${part}">${words[part]}</a></li>\n`)}</ul>
<h2 id="begin">${words.begin}</h2>
<ol>
<li>${words.key}</li>
<li>${words.register}</li>
<li>${words.sign} ${code(issuer)}. ${words.claims}</li>
<li>${words.fetch} ${code(`POST ${issuer}${paths.token}`)}</li>
<li>${words.ask}</li>
</ol>
<div class="panel"><pre class="as-typed"><code>${example(issuer)}</code></pre></div>
<p>${words.described} <a href="${paths.description}">${paths.description}</a>. ${words.metadata} <a href="${paths.metadata}">${paths.metadata}</a>.</p>
<h2 id="rules">${words.rules}</h2>
<ul>${words.ruleList.map((rule) => html`<li>${rule}</li>`)}</ul>
<h2 id="send">${words.send}</h2>
<p>${words.sendText}</p>
<div class="panel"><pre class="as-typed"><code>${sendingExample(issuer)}</code></pre></div>
<p>${words.sendNot}</p>
${table({
  caption: words.operations,
  columns: [{ heading: words.what }, { heading: words.address }, { heading: 'scope' }],
  rows: operations.map((one) => [
    t(language).operations[one.id as 'listEvents'].summary,
    code(`${one.method.toUpperCase()} ${addressOf(one)}`),
    code(one.scope),
  ]),
})}
${table({
  caption: words.scopes,
  columns: [{ heading: 'scope' }, { heading: words.may }],
  rows: scopes.map((scope) => [code(scope), t(language).scope[scope].label]),
})}
<h2 id="events">${words.events}</h2>
<p>${words.eventsText}</p>
<p>${words.signature} <a href="${paths.keys}">${paths.keys}</a>.</p>
<h2 id="problems">${words.problems}</h2>
<p>${words.problemsText}</p>
<dl>${problemKinds.map(
    ([
      kind,
      status,
    ]) => html`<dt id="${kind}"><strong>${status} ${kind}: ${problems(kind).title}</strong></dt>
<dd>${problems(kind).detail}</dd>
`,
  )}</dl>
<h2 id="change">${words.change}</h2>
<p>${words.changeText}</p>`
}

/** Everybody in it is invented. */
const sendingExample = (issuer: string): string => `GET ${issuer}${paths.api}/sharing-lines
GET ${issuer}${paths.api}/recipients?line=school-municipality&name=Voorbeeld

POST ${issuer}${paths.api}/disclosures
Authorization: Bearer …
Idempotency-Key: 0199…
Content-Type: application/json

{
  "line": "school-municipality",
  "aim": "help",
  "to": { "organisation": "0199…", "role": "municipal-coordinator" },
  "role": "care-coordinator",
  "decidedBy": { "function": "Zorgcoördinator", "reference": "medewerker 4711" },
  "why": "Moeder vroeg om hulp van de gemeente.",
  "about": "dossier 2026-118",
  "answers": {
    "consent": "parents",
    "consent-words": "Moeder, op 20 november, voor deze vraag.",
    "free": "yes",
    "necessary": "yes",
    "recipient-task": "yes"
  },
  "language": "nl",
  "question": "Kunnen jullie helpen?",
  "facts": [
    {
      "kind": "fact",
      "text": "Zij heeft sinds deze maand twee telefoons.",
      "source": "mentor",
      "on": "2026-11-18",
      "moment": "in de pauze",
      "beside": ["De tweede kan van haar werk zijn."]
    }
  ]
}

POST ${issuer}${paths.api}/disclosures/0199…/recall
{
  "decidedBy": { "function": "Zorgcoördinator", "reference": "medewerker 4711" },
  "because": "consent-withdrawn",
  "words": "Moeder belde vandaag."
}`

const example = (issuer: string): string => `POST ${issuer}${paths.token}
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials
&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer
&client_assertion=eyJ…

GET ${issuer}${paths.api}/events
Authorization: Bearer …`
