import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Drawn, DrawOrder, ImageKind } from './draw-image.ts'
import { openGate } from './gate.ts'

/** Milliseconds after which a picture that is still not drawn is given up, with the process that draws it. */
const patience = 45_000
/** Milliseconds without a picture after which the process and its memory are given back. */
const idle = 30_000

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** One at a time: an opened picture is many times larger than its file. */
const oneAtATime = openGate({ open: 1, waiting: 64 })

/**
 * Draws the picture anew: upright, in the common colours, and without anything that was hidden in or
 * behind it: place, time, device, thumbnail, comments, other files. A moving picture becomes its first.
 * One that brings the process down is a broken one.
 */
export const cleanImage = (bytes: Buffer, kind: ImageKind): Promise<Drawn> =>
  oneAtATime.pass(() => drawnBy(drawer(), { bytes, kind }))

let drawing: ChildProcess | undefined
let resting: NodeJS.Timeout | undefined

function drawer(): ChildProcess {
  clearTimeout(resting)
  if (drawing?.connected) return drawing
  const started = fork(new URL('draw-image.ts', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It may read the program and nothing else, write nothing and start nothing.
    execArgv: [
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${root}*`,
      '--max-old-space-size=64',
    ],
    // The memory of many threads is else kept apart, and seldom given back.
    env: { MALLOC_ARENA_MAX: '2' },
  })
  started.unref()
  started.channel?.unref()
  drawing = started
  return started
}

function drawnBy(process: ChildProcess, order: DrawOrder): Promise<Drawn> {
  return new Promise((resolve) => {
    const late = setTimeout(() => end({ ok: false, because: 'file-broken' }, true), patience)
    const end = (drawn: Drawn, broken = false) => {
      clearTimeout(late)
      process.removeAllListeners()
      process.channel?.unref()
      if (broken) process.kill('SIGKILL')
      else rest(process)
      resolve(drawn)
    }
    const broke = () => end({ ok: false, because: 'file-broken' }, true)
    process.once('message', (drawn: Drawn) => end(drawn))
    process.once('exit', broke)
    process.once('error', broke)
    process.channel?.ref()
    process.send(order, (error) => {
      if (error) broke()
    })
  })
}

function rest(process: ChildProcess): void {
  resting = setTimeout(() => {
    if (process.connected) process.disconnect()
  }, idle)
  resting.unref()
}
