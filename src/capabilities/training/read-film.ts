import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import type { AnsweredState, FilmQuestion, FilmRequestState } from './film.ts'
import { asking, lending } from './film-access.ts'
import {
  findLoan,
  listExpertGroups,
  listLoans,
  listRequests,
  type Organisation,
} from './film-store.ts'
import { openFilmWords } from './film-words.ts'

type Desk = Pick<TrainingDesk, 'keyring'>

type Asked = {
  readonly id: string
  readonly question: FilmQuestion
  /** an ISO date, of what was lent */
  readonly lentUntil: string | undefined
  /** an ISO date, of what came back */
  readonly returnedOn: string | undefined
  /** what the expert group wrote with its answer */
  readonly words: string | undefined
}

export type FilmRequest = Asked & {
  readonly of: string
  readonly state: FilmRequestState
  readonly askedAt: string
}

export type FilmLoan = Asked & {
  readonly from: string
  readonly state: 'waiting' | AnsweredState
  readonly receivedAt: string
}

/** The requests of one's own organisation, oldest first: a colleague may have asked already. */
export async function readFilmRequests(work: Work, { keyring }: Desk): Promise<FilmRequest[]> {
  asking(work)
  const requests: FilmRequest[] = []
  for (const row of await listRequests(work)) {
    requests.push({
      id: row.id,
      of: row.of_name,
      state: row.state,
      askedAt: row.asked_at,
      lentUntil: row.lent_until ?? undefined,
      returnedOn: row.returned_on ?? undefined,
      ...(await openFilmWords(work, keyring, row)),
    })
  }
  work.audit({ act: 'training.read-film-requests', details: { count: requests.length } })
  return requests
}

/** Whom one can ask; for an empty form. */
export async function readExpertGroups(work: Work): Promise<Organisation[]> {
  asking(work)
  const groups = await listExpertGroups(work)
  work.audit({ act: 'training.begin-film-request' })
  return groups
}

type LoanRow = NonNullable<Awaited<ReturnType<typeof findLoan>>>

const loanFrom = async (work: Work, { keyring }: Desk, row: LoanRow): Promise<FilmLoan> => ({
  id: row.id,
  from: row.from_name,
  state: row.state,
  receivedAt: row.received_at,
  lentUntil: row.lent_until ?? undefined,
  returnedOn: row.returned_on ?? undefined,
  ...(await openFilmWords(work, keyring, row)),
})

/** Everything that was asked of the expert group, oldest first. */
export async function readFilmLoans(work: Work, desk: Desk): Promise<FilmLoan[]> {
  lending(work)
  const loans: FilmLoan[] = []
  for (const row of await listLoans(work)) loans.push(await loanFrom(work, desk, row))
  work.audit({ act: 'training.read-film-loans', details: { count: loans.length } })
  return loans
}

export async function readFilmLoan(work: Work, desk: Desk, id: string): Promise<FilmLoan> {
  lending(work)
  const row = (await findLoan(work, id)) ?? refuse('not-found', 'no-such-request')
  work.audit({ act: 'training.read-film-loan', subject: id })
  return loanFrom(work, desk, row)
}
