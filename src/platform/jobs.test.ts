import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Job, startJobs } from '#platform/jobs.ts'

const never = 100_000

/** A job whose runs the test starts, counts and ends. */
function aJob(name: string, change: Partial<Job> = {}) {
  const ends: (() => void)[] = []
  const hears: (() => void)[] = []
  const job: Job = {
    name,
    first: never,
    every: never,
    run: () =>
      new Promise<void>((resolve) => {
        ends.push(resolve)
        hears.shift()?.()
      }),
    ...change,
  }
  return {
    job,
    runs: () => ends.length,
    /** settles at the next run */
    next: () => new Promise<void>((resolve) => hears.push(resolve)),
    end: () => ends.at(-1)?.(),
  }
}

const unexpected = (error: unknown) => assert.fail(String(error))
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('after closing nothing runs any more', async () => {
  const post = aJob('post', { run: async () => assert.fail('ran after close') })
  const jobs = startJobs({ jobs: [post.job], failed: unexpected, delay: 0 })
  jobs.wake('post')
  await jobs.close()
  jobs.wake('post')
  await soon()
})

test('a run that fails is told by its name, and the next one still comes', async () => {
  const told: string[] = []
  let runs = 0
  const second = Promise.withResolvers<void>()
  const job: Job = {
    name: 'post',
    first: 0,
    every: 0.001,
    async run() {
      runs += 1
      if (runs === 1) throw new Error('the first time')
      second.resolve()
    },
  }
  const jobs = startJobs({ jobs: [job], failed: (_error, name) => told.push(name) })
  await second.promise
  await jobs.close()
  assert.deepEqual(told, ['post'])
})

test('many wakings are one run, and a waking during a run is one more', async () => {
  const post = aJob('post')
  const jobs = startJobs({ jobs: [post.job], failed: unexpected, delay: 0 })
  const first = post.next()
  for (let times = 0; times < 100; times += 1) jobs.wake('post')
  await first
  assert.equal(post.runs(), 1)
  jobs.wake('post')
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(post.runs(), 1)
  const second = post.next()
  post.end()
  await second
  post.end()
  await jobs.close()
  assert.equal(post.runs(), 2)
})

test('jobs run one after the other', async () => {
  const [post, cleaning] = [aJob('post'), aJob('cleaning')]
  const jobs = startJobs({ jobs: [post.job, cleaning.job], failed: unexpected, delay: 0 })
  const started = post.next()
  jobs.wake('post')
  await started
  jobs.wake('cleaning')
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(cleaning.runs(), 0)
  const next = cleaning.next()
  post.end()
  await next
  cleaning.end()
  await jobs.close()
})

test('closing tells the run that goes on to stop, and waits for it', async () => {
  const started = Promise.withResolvers<void>()
  let ended = false
  const job: Job = {
    name: 'post',
    first: 0,
    every: never,
    async run(stop) {
      started.resolve()
      await new Promise((resolve) => stop.addEventListener('abort', resolve))
      ended = true
    },
  }
  const jobs = startJobs({ jobs: [job], failed: unexpected })
  await started.promise
  await jobs.close()
  assert.equal(ended, true)
})
