import type { Misfit } from './misfit.ts'
import type { TrailReport } from './verify-trail.ts'

const sentences: Record<Misfit['how'], (misfit: Misfit) => string> = {
  changed: (misfit) =>
    isOne(misfit)
      ? `${where(misfit)} was changed after it was sealed`
      : `${where(misfit)} at least one entry was changed, removed, moved or added, and the hashes that would tell which were rewritten too`,
  removed: (misfit) => `${where(misfit)} was removed`,
  reordered: (misfit) => `${where(misfit)} does not stand where it was sealed`,
  added: (misfit) => `${where(misfit)} was added without a signature that covers it`,
  'checkpoint-not-signed': (misfit) =>
    `the checkpoint that should follow entry ${misfit.place} is not signed for this organisation by a key you trust`,
  'checkpoint-missing': (misfit) => `a checkpoint is missing after entry ${misfit.place}`,
  'hashes-changed': (misfit) =>
    `${where(misfit)} all is as it was sealed, but the hashes stored beside the entries were changed`,
  'cut-off': (misfit) =>
    `the end is missing: the checkpoint kept elsewhere covers ${misfit.until} entries, here are ${misfit.place}`,
  rewritten: (misfit) =>
    `${where(misfit)} this is not the history that the checkpoint kept elsewhere was signed for`,
  'kept-checkpoint-not-signed': () =>
    'the checkpoint kept elsewhere is not signed by a key you trust',
}

/** A report in plain lines for a terminal. The first line is the verdict. */
export function describeReport(report: TrailReport): string {
  const { misfit, proved, latest, waiting } = report
  const lines = [
    misfit
      ? `DOES NOT FIT  ${report.organisation}: ${sentences[misfit.how](misfit)}.`
      : `FITS  ${report.organisation}: ${proved} entries stand as they were sealed.`,
  ]
  if (misfit && proved > 0)
    lines.push(`  The ${proved} entries before it stand as they were sealed.`)
  if (misfit?.expectedHash) lines.push(`  Sealed leaf hash at that place: ${misfit.expectedHash}`)
  if (misfit?.previousId) lines.push(`  The entry before it: ${misfit.previousId}`)
  if (latest) {
    lines.push(
      `  Checkpoint: ${latest.size} entries, root ${latest.root.toString('base64')}, sealed ${latest.sealedAt}`,
    )
  }
  if (waiting.count > 0) {
    lines.push(
      `  ${waiting.count} entries wait to be sealed, the oldest since ${waiting.oldest}; nothing can be proved about them yet.`,
    )
  }
  return lines.join('\n')
}

const isOne = ({ place, until }: Misfit): boolean => (until ?? 0) - (place ?? 0) === 1

/** Places are counted from 1 for people. */
function where(misfit: Misfit): string {
  const id = misfit.entryId ? ` (${misfit.entryId})` : ''
  if (misfit.place === undefined || misfit.until === undefined) return `entry${id} outside the tree`
  if (isOne(misfit)) return `entry ${misfit.place + 1}${id}`
  return `among entries ${misfit.place + 1} to ${misfit.until}`
}
