import {
  addOrganisation as add,
  invitationPath,
  inviteColleague,
} from '#capabilities/identity/index.ts'
import { organisationKinds, type Role, roles } from '#platform/actor.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import type { Bilingual } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'
import { getOrganisation, listOrganisations, operator, withHouse } from './command-house.ts'

export const organisations: Command = {
  usage: '',
  about: {
    nl: 'Toont de organisaties met hun nummer.',
    en: 'Lists the organisations with their ids.',
  },
  async run(given, { write }) {
    optionsFrom(given, {})
    return withHouse(commandConfig(), async ({ pool }) => {
      for (const { id, kind, name } of await listOrganisations(pool)) {
        write(`${id}  ${kind}  ${name}\n`)
      }
      return 0
    })
  },
}

const newOrganisation = {
  kind: { type: 'string' },
  name: { type: 'string' },
  brin: { type: 'string' },
  municipality: { type: 'string' },
} as const

export const addOrganisation: Command = {
  usage: `--kind KIND --name NAME [--brin BRIN] [--municipality NAME]`,
  about: {
    nl: `Voegt een organisatie toe. Soorten: ${organisationKinds.join(', ')}.`,
    en: `Adds an organisation. Kinds: ${organisationKinds.join(', ')}.`,
  },
  async run(given, { write }) {
    const { kind, name = '', brin, municipality } = optionsFrom(given, newOrganisation).values
    const known = organisationKinds.find((one) => one === kind)
    const list = organisationKinds.join(', ')
    if (!known) {
      throw new Usage({ nl: `Kies --kind uit ${list}.`, en: `--kind must be one of ${list}.` })
    }
    const rest = { ...(brin ? { brin } : {}), ...(municipality ? { municipality } : {}) }
    const added = await withHouse(commandConfig(), ({ pool }) =>
      add(pool, { kind: known, name, ...rest }).catch(inWords),
    )
    write(`${added.id}\n`)
    return 0
  },
}

const newColleague = {
  organisation: { type: 'string' },
  name: { type: 'string' },
  mail: { type: 'string' },
  role: { type: 'string', multiple: true },
} as const

export const invite: Command = {
  usage: '--organisation ID --name NAME [--mail ADDRESS] --role ROLE…',
  about: {
    nl: 'Nodigt iemand uit en toont de eenmalige link: zo begint de eerste beheerder van een organisatie.',
    en: 'Invites somebody and shows the one-time link: how the first administrator of an organisation begins.',
  },
  async run(given, { write, complain }) {
    const {
      organisation,
      name,
      mail,
      role = ['administrator'],
    } = optionsFrom(given, newColleague).values
    if (!organisation || !name) {
      throw new Usage({
        nl: 'Geef --organisation en --name.',
        en: '--organisation and --name are needed.',
      })
    }
    const held = role.map((one) => roles.find((known) => known === one) ?? unknownRole(one))
    const profile = { name, ...(mail ? { mail } : {}) }
    return withHouse(commandConfig(), async ({ config, pool, inTransaction, keyring }) => {
      await getOrganisation(pool, organisation)
      const { code, expiresAt } = await inTransaction(
        operator(organisation),
        'manage-organisation',
        async (work) =>
          inviteColleague(work, await keyring(), { profile, roles: held }).catch(inWords),
      )
      const address = config.origin ?? `http://localhost:${config.port}`
      write(`${address}${invitationPath(code)}\n${expiresAt}\n`)
      if (!config.origin) complain(`${consoleSentences(config.language).linkGuessed}\n`)
      return 0
    })
  },
}

function unknownRole(name: string): Role {
  const list = roles.join(', ')
  throw new Usage({
    nl: `De rol "${name}" bestaat niet. Kies uit ${list}.`,
    en: `There is no role "${name}". Choose from ${list}.`,
  })
}

const refused: Readonly<Record<string, Bilingual>> = {
  name: {
    nl: 'Geef --name: een naam van 1 tot 200 tekens.',
    en: '--name is needed: a name of 1 to 200 characters.',
  },
  brin: {
    nl: '--brin is vier tekens, zoals 00AA, met eventueel twee cijfers voor de vestiging.',
    en: '--brin is four characters, such as 00AA, with two digits for a branch if there is one.',
  },
  municipality: {
    nl: '--municipality is een naam van 1 tot 200 tekens.',
    en: '--municipality is a name of 1 to 200 characters.',
  },
  'roles-wrong': {
    nl: 'Deze soort organisatie kent een van die rollen niet.',
    en: 'This kind of organisation does not have one of those roles.',
  },
}

/** What a verb refused, as a sentence about the option that was wrong. */
function inWords(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  const taken = '23505'
  if (code === taken && constraint === 'organisation_brin') {
    throw new Usage({
      nl: 'Er is al een organisatie met dit --brin; `organisations` toont ze.',
      en: 'There is an organisation with this --brin already; `organisations` lists them.',
    })
  }
  const sentence = error instanceof Refusal ? refused[error.because] : undefined
  throw sentence ? new Usage(sentence) : error
}
