import { printTrailKey, trailSigner } from '#capabilities/trail/index.ts'
import { loadKeys } from '#platform/keys-on-disk.ts'
import { type Command, commandConfig, optionsFrom } from './command.ts'

export const trailKey: Command = {
  usage: '',
  about: {
    nl: 'Toont de openbare sleutel waarmee anderen het logboek controleren.',
    en: 'Shows the public key with which others verify the trail.',
  },
  async run(given, { write }) {
    optionsFrom(given, {})
    const { trailKey } = await loadKeys(commandConfig())
    write(`${printTrailKey(trailSigner(trailKey))}\n`)
    return 0
  },
}
