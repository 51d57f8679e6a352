import { letMakeNationalFigures } from '#capabilities/figures/index.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'
import { getOrganisation, operator, withHouse } from './command-house.ts'

export const nationalFigures: Command = {
  usage: '--organisation ID',
  about: {
    nl: 'Wijst het ministerie aan dat landelijke cijfers maakt van wat organisaties delen. Er is er één, en dat blijft zo.',
    en: 'Names the ministry that makes national figures of what organisations share. There is one, and that stays so.',
  },
  async run(given, { write }) {
    const { organisation = '' } = optionsFrom(given, { organisation: { type: 'string' } }).values
    return withHouse(commandConfig(), async ({ pool, inTransaction }) => {
      await getOrganisation(pool, organisation)
      if (!(await letMakeNationalFigures(pool, organisation))) {
        throw new Usage({
          nl: 'Alleen een ministerie kan dit zijn, en alleen als een ander het niet al is.',
          en: 'Only a ministry can be this, and only when another one is not already.',
        })
      }
      await inTransaction(operator(organisation), 'manage-organisation', async (work) =>
        work.audit({ act: 'figures.national' }),
      )
      write(`${organisation}\n`)
      return 0
    })
  },
}
