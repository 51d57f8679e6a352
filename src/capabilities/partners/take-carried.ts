import { allAtOnce, type Receiving, receiveMessages } from '#capabilities/sharing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { InTransaction } from '#platform/work.ts'
import { carriedMessages, receipts } from './carried.ts'
import { byId, operation } from './operation.ts'
import { worksHere } from './store-peers.ts'

type Parts = { readonly inTransaction: InTransaction; readonly receiving: Receiving }

/**
 * Post from an organisation that works on another server. Whose it is was proved with the key of that server,
 * and stands in no field: nobody brings post in the name of another. Numbers and hashes make that the same
 * post again is received once.
 */
export const takeCarried = ({ inTransaction, receiving }: Parts) =>
  operation({
    id: 'carryMessages',
    tag: 'channel',
    method: 'post',
    path: '/organisations/{id}/messages',
    scope: 'channel:carry',
    purpose: 'share',
    params: byId,
    body: carriedMessages,
    answer: receipts,
    status: 200,
    does: {
      across: ({ params, body, caller }, requestId) =>
        allAtOnce((apart) =>
          inTransaction(
            { kind: 'system', name: 'delivery', organisationId: params.id },
            'share',
            async (work) => {
              if (params.id === caller.organisationId || !(await worksHere(work, params.id))) {
                throw new Problem('not-found')
              }
              const from = caller.organisationId
              return {
                receipts: await receiveMessages(work, receiving, { from, ...body, apart }),
              }
            },
            requestId,
          ),
        ),
    },
  })
