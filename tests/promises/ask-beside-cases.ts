import { newId } from '#platform/ids.ts'
import type { Exchange, Fields } from '#tests/a-visitor.ts'
import type { Inhabitant } from './a-random-world.ts'
import type { Beside } from './a-world-beside-cases.ts'

const words = 'Een verzonnen zin.'
const day = (name: string) => ({
  [`${name}-day`]: '23',
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
})

type Address = readonly [path: string, fields?: Fields | undefined]

/** What an act needs to know besides what it is about. */
export type Around = {
  readonly person: string
  readonly chance: number
  readonly facilitator: string | undefined
  readonly card: string
}

const chosen = <T>(all: readonly T[], chance: number): T => all[chance % all.length] as T

function conversationAddress(act: string, { person, chance }: Around): Address | undefined {
  const preparation = {
    goal: words,
    police: 'no',
    advice: 'not-needed',
    adviceWords: words,
    holder: person,
    version: '1',
  }
  const account = {
    ...day('held'),
    present: words,
    secrecy: 'told',
    secrecyWords: words,
    summary: words,
    told: words,
    version: '1',
  }
  const pages = ['voorbereiding', 'gehouden', 'verslag', 'erbij', 'laat-lezen', 'afsluiten']
  const addresses: Readonly<Record<string, Address>> = {
    one: [''],
    sheet: ['/blad'],
    'act-page': [`/${chosen([...pages, 'gaat-niet-door'], chance)}`],
    edit: ['/voorbereiding', preparation],
    hold: ['/gehouden', account],
    account: ['/verslag', account],
    add: ['/erbij', { 'quote-1': words }],
    show: ['/laat-lezen', { present: words }],
    close: ['/afsluiten', { chosen: 'nothing', unread: words }],
    'call-off': ['/gaat-niet-door', { because: 'other' }],
    'read-along': ['/lezen'],
    correct: ['/lezen', { addition: words }],
    'read-on': ['/lezen/verder', {}],
    'take-back': ['/lezen/klaar', {}],
    list: [''],
    'begin-page': ['/nieuw'],
    prepare: ['/nieuw', preparation],
  }
  return addresses[act]
}

function placementAddress(act: string, { chance }: Around): Address | undefined {
  const on = day('on')
  const said = { pupil: 'yes', pupilWords: words, parents: 'yes', parentsWords: words }
  const proposal = { hulp: 'basta', read: 'yes', question: words, wish: 'pupil', goals: words }
  const pages = ['afspraak', 'niet-gewild', 'intrekken', 'begin', 'verslag', 'einde', 'evaluatie']
  const addresses: Readonly<Record<string, Address>> = {
    one: [''],
    'act-page': [`/${chosen(pages, chance)}`],
    agree: ['/afspraak', { ...on, is16: 'yes', ...said }],
    decline: ['/niet-gewild', { ...on, by: 'pupil', text: words }],
    withdraw: ['/intrekken', { ...on, text: words }],
    start: ['/begin', on],
    report: ['/verslag', { ...on, from: 'own', text: words }],
    end: ['/einde', { ...on, because: 'finished' }],
    evaluate: ['/evaluatie', { ...on, 'goal-1': 'not', 'goal-2': 'not', pupilVoice: words }],
    list: [''],
    find: ['/zoek'],
    'begin-page': ['/nieuw?hulp=basta'],
    propose: ['/nieuw', proposal],
  }
  return addresses[act]
}

function runAddress(act: string, { chance }: Around): Address | undefined {
  const signal = { noticed: words, 'noticed-source': 'mentor', 'noticed-origin': 'own' }
  const over = { what: words, 'what-source': 'mentor', 'what-origin': 'own' }
  const pages = ['stap/signal', 'stap/signal/overslaan', 'direct', 'stoppen']
  const addresses: Readonly<Record<string, Address>> = {
    one: [''],
    'act-page': [`/${chosen(pages, chance)}`],
    do: ['/stap/signal', { ...signal, danger: 'no' }],
    immediate: ['/direct', {}],
    over: ['/direct/klaar', over],
    skip: ['/stap/signal/overslaan', { reason: words }],
    stop: ['/stoppen', { reason: words }],
    'throw-away': ['/weggooien', {}],
    list: [''],
    begin: ['', { story: 'two-phones', speed: '1' }],
  }
  return addresses[act]
}

function tableAddress(
  act: string,
  { person, facilitator = '', card }: Around,
): Address | undefined {
  const thought = { phase: 'viewpoints', kind: 'thought', key: newId(), 'thought-text': words }
  const from = '1-writing'
  const addresses: Readonly<Record<string, Address>> = {
    one: [''],
    screen: ['/scherm'],
    live: ['/live'],
    write: ['/bijdragen', thought],
    draft: ['/concept', thought],
    ready: ['/klaar', { phase: 'viewpoints', ready: 'yes' }],
    'take-over': ['/overnemen', { from: facilitator }],
    card: [`/kaarten/${card}`],
    rewrite: [`/kaarten/${card}`, { kind: 'thought', 'thought-text': words }],
    move: ['/verder', { act: 'reveal', from }],
    appoint: ['/inbrenger', { person }],
    'decide-page': ['/besluit'],
    decide: ['/besluit', { from, agreement: words, outcome: 'next-step' }],
    stop: ['/stoppen', { from: 'gathering' }],
    'take-page': ['/naar-de-casus'],
    take: ['/naar-de-casus', { case: newId(), team: 'yes' }],
  }
  return addresses[act]
}

function offerAddress(act: string): Address | undefined {
  const offer = {
    intervention: 'basta',
    municipality: 'Waterrade',
    contactFunction: 'Aanmeldpunt',
    contactWay: 'bel',
  }
  const addresses: Readonly<Record<string, Address>> = {
    one: [''],
    'act-page': ['/intrekken'],
    change: ['', { ...offer, version: '1', places: '3' }],
    withdraw: ['/intrekken', {}],
    list: [''],
    'begin-page': ['/nieuw'],
    publish: ['/nieuw', offer],
  }
  return addresses[act]
}

/** These are about what is there together, and name no one of them. */
const aboutAll = ['list', 'find', 'begin-page', 'prepare', 'propose', 'begin', 'publish']

export const namesOne = (act: string): boolean =>
  !aboutAll.includes(act) && !['edition', 'join'].includes(act)

export const namesCard = (act: string): boolean => ['card', 'rewrite'].includes(act)

const bases = {
  conversation: 'gesprek',
  placement: 'hulp',
  run: 'protocol',
} as const

/** Where an act is asked for, and what its form holds; nothing to send: a page. */
function addressOf(act: string, { kind, id, on, code }: Beside, around: Around): Address {
  if (act === 'join') return ['/intervisie/meedoen', { code: code ?? '' }]
  if (act === 'edition') return ['/protocol/aanpassen']
  const [base, found] =
    kind === 'table'
      ? ['/intervisie', tableAddress(act, around)]
      : kind === 'offer'
        ? ['/aanbod', offerAddress(act)]
        : kind === 'drill'
          ? ['/protocol/oefening', runAddress(act, around)]
          : [
              `/casussen/${on?.id}/${bases[kind]}`,
              kind === 'run'
                ? runAddress(act, around)
                : kind === 'placement'
                  ? placementAddress(act, around)
                  : conversationAddress(act, around),
            ]
  if (!found) throw new Error(`Nobody knows how to ${act} a ${kind}.`)
  const [at, fields] = found
  return [`${base}${namesOne(act) ? `/${id}` : ''}${at}`, fields]
}

/** One act of one person, as their browser would send it. Afterwards the screen is back with them. */
export async function askBeside(
  { visitor }: Inhabitant,
  act: string,
  one: Beside,
  around: Around,
): Promise<Exchange & { readonly sent: boolean }> {
  const [path, fields] = addressOf(act, one, around)
  const answer = await (fields ? visitor.post(path, fields) : visitor.get(path))
  visitor.jar.delete('__Host-meelezen')
  return { ...answer, sent: fields !== undefined }
}
