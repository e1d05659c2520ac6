import type { ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Core } from '../core.ts';

const mostNames = 100;
const competing: ListQuery = {
  ...usualQuery('company'),
  filters: [[{ field: 'role', op: 'is', values: ['competitor'] }]],
};

/** What is offered when a deal is lost: the pipeline's reasons; companies that compete, and who was named before. */
export async function losingView(core: Core, pipelineId: Id): Promise<Calls['losing']['out']> {
  const { mirror, lists } = core;
  const [pipeline, companies, named] = await Promise.all([
    mirror.get('pipeline', pipelineId),
    lists.rows({ ...competing, noun: 'company' }),
    lists.values('deal', 'competitor', ''),
  ]);
  const names = new Set([...named.map(({ text }) => text), ...companies.rows.map(({ name }) => name)]);
  return { reasons: pipeline?.lostReasons ?? [], competitors: [...names].slice(0, mostNames) };
}
