import type { Deal, Pipeline, Stage } from '../rows.ts';

const rank = { open: 0, won: 1, lost: 1 } as const;

/** Open deals first, the one expected soonest on top; then the closed ones, latest first. */
export function orderDeals<D extends Pick<Deal, 'id' | 'state' | 'closedAt' | 'expectedClose'>>(
  deals: readonly D[],
): D[] {
  return [...deals].sort((a, b) => {
    if (rank[a.state] !== rank[b.state]) return rank[a.state] - rank[b.state];
    if (a.state !== 'open') return (b.closedAt ?? 0) - (a.closedAt ?? 0) || (a.id < b.id ? 1 : -1);
    const [left, right] = [a.expectedClose ?? '9999-12-31', b.expectedClose ?? '9999-12-31'];
    return left === right ? (a.id < b.id ? 1 : -1) : left < right ? -1 : 1;
  });
}

export const orderStages = (stages: readonly Stage[]): Stage[] =>
  [...stages].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

export const orderPipelines = (pipelines: readonly Pipeline[]): Pipeline[] =>
  [...pipelines].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Where a deal without a stage begins: the first stage of the first pipeline that has one. */
export function firstStageOf(pipelines: readonly Pipeline[], stages: readonly Stage[]): Stage | null {
  const ordered = orderStages(stages);
  for (const { id } of orderPipelines(pipelines)) {
    const first = ordered.find((stage) => stage.pipelineId === id);
    if (first) return first;
  }
  return null;
}
