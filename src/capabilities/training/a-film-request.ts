import { newId } from '#platform/ids.ts'
import { tell } from '#platform/outbox.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { filmRequestHandler } from './film-handlers.ts'

/** For tests: a request of the film as it comes in, and the handler that takes it. */
export const aFilmRequest = ({ keyring }: TestHouse, from: string) => ({
  handler: filmRequestHandler({ keyring, tell }),
  message: {
    id: newId(),
    number: 1,
    kind: 'training.film-request',
    leftAt: '2026-11-23T10:00:00Z',
    salt: 'salt',
    hash: '00',
    from,
    body: {
      request: newId(),
      audience: 'Mentoren van de onderbouw',
      purpose: 'Een studiemiddag.',
      contactFunction: 'Opleidingscoördinator',
      contactWay: 'scholing@voorbeeldcollege.example',
      wantedOn: null,
    },
  },
})
