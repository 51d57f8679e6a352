import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layOut } from './layout.ts'

const day = fc.option(
  fc.integer({ min: 0, max: 40 }).map((at) => `20${20 + (at % 5)}-0${1 + (at % 9)}-01`),
  { nil: undefined },
)
const graph = fc
  .array(fc.record({ day, lane: fc.constantFrom('29240', '29911', '28638') }), { maxLength: 30 })
  .chain((some) => {
    const nodes = some.map((one, at) => ({ ...one, id: `n${at}` }))
    const id = nodes.length > 0 ? fc.constantFrom(...nodes.map((one) => one.id)) : fc.constant('n')
    return fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(fc.record({ from: id, to: fc.oneof(id, fc.constant('gone')) }), {
        maxLength: 40,
      }),
    })
  })

test('whatever there is, no two nodes overlap, later stands to the right, and all of it is in the picture', () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const { nodes: placed, lanes, width, height } = layOut(nodes, edges)
      assert.equal(placed.length, nodes.length)
      for (const [at, one] of placed.entries()) {
        assert.ok(one.x > 0 && one.x < width && one.y > 0 && one.y < height)
        const lane = lanes.find(({ name }) => name === one.node.lane)
        assert.ok(lane && one.y > lane.top && one.y < lane.top + lane.height)
        for (const other of placed.slice(at + 1)) {
          assert.ok(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= 40)
          if ((one.node.day ?? '') < (other.node.day ?? '')) assert.ok(one.x < other.x)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('an arrow begins and ends at the rim of a node, and none leads to what is not there', () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const { nodes: placed, edges: drawn } = layOut(nodes, edges)
      const at = new Map(placed.map((one) => [one.node.id, one]))
      const there = edges.filter(({ from, to }) => from !== to && at.has(from) && at.has(to))
      assert.equal(drawn.length, there.length)
      for (const { edge, path } of drawn) {
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? []
        const ends = [numbers.slice(0, 2), numbers.slice(-2)] as [number, number][]
        for (const [index, id] of [edge.from, edge.to].entries()) {
          const node = at.get(id)
          const [x = 0, y = 0] = ends[index] ?? []
          assert.ok(node && Math.abs(Math.hypot(x - node.x, y - node.y) - 11) < 0.01, path)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the order in which things are given changes nothing', () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const { edges: _, ...first } = layOut(nodes, edges)
      const { edges: __, ...second } = layOut(nodes.toReversed(), edges.toReversed())
      assert.deepEqual(first, second)
    }),
    { numRuns: 40 },
  )
})

test('a lane comes near the lane that it refers to most', () => {
  const nodes = ['a', 'b', 'c'].map((lane) => ({ id: lane, lane, day: '2026-01-01' }))
  const { lanes } = layOut(nodes, [{ from: 'a', to: 'c' }])
  const place = (name: string) => lanes.findIndex((one) => one.name === name)
  assert.equal(Math.abs(place('a') - place('c')), 1)
})
