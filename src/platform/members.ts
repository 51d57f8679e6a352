import { sql } from 'kysely'
import { followers, helpers } from '#platform/actor.ts'

/**
 * That a row of `membership` is of somebody who follows up. Spelled out and not as a parameter: only
 * then does PostgreSQL know that its index of who follows up (0010-who-follows-up.sql) holds everybody
 * whom this asks for. A school has hundreds of others.
 */
export const followsUp = sql.raw<boolean>(`roles && '{${followers.join(',')}}'::text[]`)

/** The same for whoever keeps cases, of every kind of organisation (0042-who-keeps-cases.sql). */
export const keepsCases = sql.raw<boolean>(
  `roles && '{${[...followers, ...helpers].join(',')}}'::text[]`,
)
