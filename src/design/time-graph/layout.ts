/** Something that happened on a day, in a lane of its kind. */
export type GraphNode = {
  readonly id: string
  /** ISO date; not known when left out, and then it stands before all others */
  readonly day: string | undefined
  readonly lane: string
}

export type GraphEdge = { readonly from: string; readonly to: string }

export type Placed<Node extends GraphNode = GraphNode> = {
  readonly width: number
  readonly height: number
  /** top to bottom */
  readonly lanes: readonly {
    readonly name: string
    readonly top: number
    readonly height: number
  }[]
  readonly nodes: readonly { readonly node: Node; readonly x: number; readonly y: number }[]
  readonly edges: readonly { readonly edge: GraphEdge; readonly path: string }[]
  /** where a year begins */
  readonly years: readonly { readonly year: string; readonly x: number }[]
}

/** Pixels. A column is as wide as a short name under its node; a row leaves room for that name and the arrows above. */
export const radius = 11
const column = 88
const row = 76
const above = 44
const left = 60
const head = 36

/**
 * Time to the right, a column for each day; a lane for each kind; what has the same day and lane stands below each
 * other. Nothing overlaps, and the same input is always the same picture.
 */
export function layOut<Node extends GraphNode>(
  nodes: readonly Node[],
  edges: readonly GraphEdge[],
): Placed<Node> {
  const days = [...new Set(nodes.map(({ day }) => day ?? ''))].sort()
  const sorted = nodes.toSorted((a, b) => order(a.day ?? '', b.day ?? '') || order(a.id, b.id))
  const names = lanesInOrder(sorted, edges)
  const lanes: { name: string; top: number; height: number }[] = []
  const placed: { node: Node; x: number; y: number }[] = []
  let top = head
  for (const name of names) {
    const used = new Map<string, number>()
    for (const node of sorted.filter(({ lane }) => lane === name)) {
      const day = node.day ?? ''
      const at = used.get(day) ?? 0
      used.set(day, at + 1)
      const y = top + above + at * row
      placed.push({ node, x: left + days.indexOf(day) * column, y })
    }
    const height = above + Math.max(1, ...used.values()) * row - above / 2
    lanes.push({ name, top, height })
    top += height
  }
  const at = new Map(placed.map((one) => [one.node.id, one]))
  return {
    width: left + days.length * column,
    height: top,
    lanes,
    nodes: placed,
    years: yearsOf(days),
    edges: edges.flatMap((edge) => {
      const [from, to] = [at.get(edge.from), at.get(edge.to)]
      return from && to && from !== to ? [{ edge, path: pathOf(from, to) }] : []
    }),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function yearsOf(days: readonly string[]) {
  const seen = new Set([''])
  return days.flatMap((day, index) => {
    const year = day.slice(0, 4)
    if (seen.has(year)) return []
    seen.add(year)
    return [{ year, x: left + index * column }]
  })
}

/** Lanes that have much to do with each other come near each other: each is put in where all arrows are shortest. */
function lanesInOrder(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string[] {
  const laneOf = new Map(nodes.map(({ id, lane }) => [id, lane]))
  const between = edges.map(({ from, to }) => [laneOf.get(from) ?? '', laneOf.get(to) ?? ''])
  const length = (lanes: readonly string[]): number => {
    const place = new Map(lanes.map((lane, at) => [lane, at]))
    return between.reduce((sum, [from = '', to = '']) => {
      const [a, b] = [place.get(from), place.get(to)]
      return a === undefined || b === undefined ? sum : sum + Math.abs(a - b)
    }, 0)
  }
  let lanes: string[] = []
  for (const lane of [...new Set(nodes.map((one) => one.lane))].sort()) {
    const ways = Array.from({ length: lanes.length + 1 }, (_, at) => lanes.toSpliced(at, 0, lane))
    const lengths = ways.map(length)
    // Of ways that are as short, the last: then lanes stay in the order of their names.
    lanes = ways[lengths.lastIndexOf(Math.min(...lengths))] ?? [lane]
  }
  return lanes
}

type Point = { readonly x: number; readonly y: number }

/** From the rim of one node to that of the other; within a line it goes over what lies between. */
function pathOf(from: Point, to: Point): string {
  if (from.x === to.x) {
    const out = from.x + radius
    return `M${out} ${from.y}C${out + 24} ${from.y} ${out + 24} ${to.y} ${out} ${to.y}`
  }
  const side = from.x > to.x ? 1 : -1
  if (from.y === to.y) {
    const y = from.y - radius
    const high = y - Math.min(above - radius - 4, 10 + Math.abs(from.x - to.x) / 20)
    return `M${from.x} ${y}C${from.x} ${high} ${to.x} ${high} ${to.x} ${y}`
  }
  const [start, end] = [from.x - side * radius, to.x + side * radius]
  const middle = (start + end) / 2
  return `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`
}
