import { type Content, type Html, html } from '#design/html.ts'
import { type GraphEdge, type GraphNode, layOut, radius } from './layout.ts'

export type LinkedNode = GraphNode & {
  /** a word or two under the node */
  readonly label: string
  /** its whole name, as it is read out */
  readonly name: string
  readonly href: string
}

export type NamedEdge = GraphEdge & { readonly name: string }

type TimeGraph = {
  /** unlike any other on the page */
  readonly id: string
  readonly title: string
  /** what can be seen, for who does not see it */
  readonly description: string
  readonly caption: Content
  readonly nodes: readonly LinkedNode[]
  readonly edges: readonly NamedEdge[]
  readonly laneName: (lane: string) => string
}

/** What refers to what, in time. Never without the table that says the same. */
export function timeGraph({
  id,
  title,
  description,
  caption,
  nodes,
  edges,
  laneName,
}: TimeGraph): Html {
  const placed = layOut(nodes, edges)
  const names = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge.name]))
  return html`<figure class="time-graph">
<div class="time-graph__scroll"><svg class="time-graph__picture" width="${placed.width}" height="${placed.height}" viewBox="0 0 ${placed.width} ${placed.height}" role="group" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<defs><marker id="${id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="time-graph__arrow" d="M0 0L8 4L0 8Z"/></marker></defs>
<g aria-hidden="true">${placed.lanes.map(
    ({ name, top }) =>
      html`<path class="time-graph__lane" d="M0 ${top}H${placed.width}"/><text class="time-graph__lane-name" x="4" y="${top + 18}">${laneName(name)}</text>\n`,
  )}${placed.years.map(({ year, x }) => html`<text class="time-graph__year" x="${x - radius}" y="20">${year}</text>\n`)}
${placed.edges.map(({ edge, path }) => html`<path class="time-graph__edge" d="${path}" marker-end="url(#${id}-arrow)"><title>${names.get(`${edge.from} ${edge.to}`) ?? ''}</title></path>\n`)}</g>
${placed.nodes.map(
  ({ node, x, y }) =>
    html`<a class="time-graph__node" href="${node.href}" aria-label="${node.name}"><title>${node.name}</title><circle cx="${x}" cy="${y}" r="${radius}"/><text x="${x}" y="${y + radius + 18}">${node.label}</text></a>\n`,
)}</svg></div>
<figcaption class="quiet">${caption}</figcaption>
</figure>`
}
