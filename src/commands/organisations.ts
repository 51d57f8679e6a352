import {
  addOrganisation as add,
  invitationPath,
  inviteColleague,
} from '#capabilities/identity/index.ts'
import { organisationKinds, type Role, roles } from '#platform/actor.ts'
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
    if (!known) throw new Usage(`--kind must be one of ${organisationKinds.join(', ')}.`)
    const rest = { ...(brin ? { brin } : {}), ...(municipality ? { municipality } : {}) }
    const added = await withHouse(commandConfig(), ({ pool }) =>
      add(pool, { kind: known, name, ...rest }),
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
  async run(given, { write }) {
    const {
      organisation,
      name,
      mail,
      role = ['administrator'],
    } = optionsFrom(given, newColleague).values
    if (!organisation || !name) throw new Usage('--organisation and --name are needed.')
    const held = role.map((one) => roles.find((known) => known === one) ?? unknownRole(one))
    const profile = { name, ...(mail ? { mail } : {}) }
    return withHouse(commandConfig(), async ({ config, pool, inTransaction, keyring }) => {
      await getOrganisation(pool, organisation)
      const { code, expiresAt } = await inTransaction(
        operator(organisation),
        'manage-organisation',
        async (work) => inviteColleague(work, await keyring(), { profile, roles: held }),
      )
      const address = config.origin ?? `http://localhost:${config.port}`
      write(`${address}${invitationPath(code)}\n${expiresAt}\n`)
      return 0
    })
  },
}

function unknownRole(name: string): Role {
  throw new Usage(`There is no role "${name}". Choose from ${roles.join(', ')}.`)
}
