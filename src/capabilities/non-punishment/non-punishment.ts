/**
 * The way of a dossier, pure. source of the order: ECtHR V.C.L. and A.N. v UK (77587/12, 74603/12): when
 * exploitation may be at hand, a qualified person assesses it first, and only then it is decided whether to
 * prosecute; whoever departs from that assessment gives clear reasons.
 */

export const dossierStates = [
  'received',
  'considered',
  'asked',
  'assessed',
  'without-assessment',
  'worked-out',
  'decided',
  'notified',
  'reopened',
] as const
export type DossierState = (typeof dossierStates)[number]

export const dossierActs = [
  'consider',
  'ask',
  'assess',
  'go-without',
  'work-out',
  'resume',
  'decide',
  'finish-telling',
  'reopen',
] as const
export type DossierAct = (typeof dossierActs)[number]

/** On what the last step before the worksheet stands; nothing until there is one. */
export type Basis = 'assessment' | 'reason'

/**
 * Where an act leads from where; what is not here cannot be done. There is no way to `decided` but through an
 * assessment or the written reason why there is none, and the worksheet. Whatever comes in later is looked at
 * again: an assessment that arrives takes the worksheet up anew.
 */
const flow: Readonly<Record<DossierAct, Partial<Record<DossierState, DossierState>>>> = {
  consider: {
    received: 'considered',
    considered: 'considered',
    reopened: 'considered',
  },
  // Also when there is one, and after the decision: then it is another look, and the state stays.
  ask: {
    considered: 'asked',
    asked: 'asked',
    'without-assessment': 'asked',
    assessed: 'assessed',
    decided: 'decided',
    notified: 'notified',
  },
  assess: {
    considered: 'assessed',
    asked: 'assessed',
    'without-assessment': 'assessed',
    assessed: 'assessed',
    'worked-out': 'assessed',
    // It changes nothing that was signed; it is a reason to look at it anew.
    decided: 'decided',
    notified: 'notified',
  },
  'go-without': { considered: 'without-assessment', asked: 'without-assessment' },
  'work-out': { assessed: 'worked-out', 'without-assessment': 'worked-out' },
  resume: { 'worked-out': 'assessed' },
  decide: { 'worked-out': 'decided' },
  'finish-telling': { decided: 'notified' },
  reopen: { decided: 'reopened', notified: 'reopened' },
}

export type DossierStep =
  | { readonly ok: true; readonly state: DossierState; readonly basis: Basis | undefined }
  | { readonly ok: false; readonly because: DossierRefusal }

export type DossierRefusal = 'no-assessment-yet' | 'not-in-this-state'

export type Standing = { readonly state: DossierState; readonly basis: Basis | undefined }

/** Where `act` leads from here, or why it cannot be done. */
export function step(act: DossierAct, { state, basis }: Standing): DossierStep {
  const next = flow[act][state]
  if (!next) {
    const early = (act === 'decide' || act === 'work-out') && basis === undefined
    return { ok: false, because: early ? 'no-assessment-yet' : 'not-in-this-state' }
  }
  if (act === 'assess' && next === 'assessed') return { ok: true, state: next, basis: 'assessment' }
  if (act === 'go-without') return { ok: true, state: next, basis: 'reason' }
  if (next === 'asked' || act === 'consider' || act === 'reopen') {
    return { ok: true, state: next, basis: undefined }
  }
  if (act === 'resume' && basis === 'reason') {
    return { ok: true, state: 'without-assessment', basis }
  }
  return { ok: true, state: next, basis }
}

/** What can be done now, in the order in which it is done. */
export const actsOpen = (standing: Standing): readonly DossierAct[] =>
  dossierActs.filter((act) => step(act, standing).ok)

/** Facts and the worksheet change until it is decided; what comes in afterwards is a reason to reopen. */
export const worksheetIsOpen = ({ state }: Pick<Standing, 'state'>): boolean =>
  state !== 'worked-out' && state !== 'decided' && state !== 'notified'

/**
 * Where the question whether exploitation may be at hand leads when an assessment is there already that no
 * decision weighed: one that came before the question, or after the last decision.
 */
export const withAssessment: Standing = { state: 'assessed', basis: 'assessment' }

/** What came in after a decision and that it could not weigh. */
export type News = {
  readonly assessment: boolean
  /** a fact on which the worksheet or an assessment of that decision rests was recalled */
  readonly recall: boolean
}

/**
 * A sepot only on something new, because a complaint about it was upheld, or because the court ordered it (art. 12
 * Sv). A decision in which nothing is a sepot is not bound to that. source: Aanwijzing sepot, annex of 2014, for
 * facts and the court; that an assessment is new, a recall, and a complaint that was upheld, is our own reading
 */
export const mayReopen = (on: {
  /** written down after the decision was signed */
  readonly newFacts: number
  readonly news: News
  readonly courtOrder: boolean
  readonly upheldComplaint: boolean
  /** one of its outcomes at least is a sepot */
  readonly sepot: boolean
}): boolean =>
  on.newFacts > 0 ||
  on.news.assessment ||
  on.news.recall ||
  on.courtOrder ||
  on.upheldComplaint ||
  !on.sepot
