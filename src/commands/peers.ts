import { addPeer as add, endPeer as end } from '#capabilities/partners/index.ts'
import { organisationKinds } from '#platform/actor.ts'
import type { Bilingual } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'
import { withHouse } from './command-house.ts'

const newPeer = {
  organisation: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  address: { type: 'string' },
} as const

export const addPeer: Command = {
  usage: '--organisation ID --kind KIND --name NAME --address https://OTHER-SERVER',
  about: {
    nl: 'Een organisatie werkt op een andere Oogmerk-server: haar post gaat daarheen en komt daarvandaan. Doe op die server hetzelfde voor de organisaties van hier.',
    en: 'An organisation works on another Oogmerk server: its post goes there and comes from there. Do the same over there for the organisations of this one.',
  },
  async run(given, { write }) {
    const { organisation = '', kind, name = '', address = '' } = optionsFrom(given, newPeer).values
    const known = organisationKinds.find((one) => one === kind)
    const list = organisationKinds.join(', ')
    if (!known) {
      throw new Usage({ nl: `Kies --kind uit ${list}.`, en: `--kind must be one of ${list}.` })
    }
    await withHouse(commandConfig(), (house) =>
      add(house, { id: organisation, kind: known, name, address }).catch(inWords),
    )
    write(`${organisation}\n`)
    return 0
  },
}

export const endPeer: Command = {
  usage: '--organisation ID',
  about: {
    nl: 'Er gaat niets meer naar de andere server van een organisatie, en er komt niets meer vandaan. Wat wacht, blijft bewaard.',
    en: 'Nothing goes to the other server of an organisation any more, and nothing comes from it. What waits is kept.',
  },
  async run(given, { write }) {
    const { organisation = '' } = optionsFrom(given, { organisation: { type: 'string' } }).values
    await withHouse(commandConfig(), (house) => end(house, organisation).catch(inWords))
    write(`${organisation}\n`)
    return 0
  },
}

const refused: Readonly<Record<string, Bilingual>> = {
  id: {
    nl: 'Geef --organisation: het nummer dat de organisatie op haar eigen server heeft.',
    en: '--organisation is needed: the id that the organisation has on its own server.',
  },
  name: {
    nl: 'Geef --name: een naam van 1 tot 200 tekens.',
    en: '--name is needed: a name of 1 to 200 characters.',
  },
  address: {
    nl: 'Geef --address: het adres van de andere server, zonder pad, zoals https://oogmerk.example.org.',
    en: '--address is needed: the address of the other server, without a path, such as https://oogmerk.example.org.',
  },
  'works-here': {
    nl: 'Voor deze organisatie werken hier mensen: dan werkt zij niet op een andere server.',
    en: 'People work here for this organisation, so it does not work on another server.',
  },
  'no-such-peer': {
    nl: 'Deze organisatie werkt niet op een andere server, of niet meer.',
    en: 'This organisation does not work on another server, or no longer.',
  },
}

/** What a verb refused, as a sentence about the option that was wrong. */
function inWords(error: unknown): never {
  const sentence = error instanceof Refusal ? refused[error.because] : undefined
  throw sentence ? new Usage(sentence) : error
}
