import { printTrailKey, trailSigner } from '#capabilities/trail/index.ts'
import { type Command, commandConfig, optionsFrom } from './command.ts'
import { withHouse } from './command-house.ts'

export const trailKey: Command = {
  usage: '',
  about: {
    nl: 'Toont de openbare sleutel waarmee anderen het logboek controleren.',
    en: 'Shows the public key with which others verify the trail.',
  },
  async run(given, { write }) {
    optionsFrom(given, {})
    const { trailKey } = await withHouse(commandConfig(), ({ keys }) => keys())
    write(`${printTrailKey(trailSigner(trailKey))}\n`)
    return 0
  },
}
