import { useMemo, useState } from 'preact/hooks';
import type { Period } from '../../../shared/domain/deal/period.ts';
import { addTotals } from '../../../shared/domain/deal/totals.ts';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { BoardCard, BoardView } from '../../messages/board.ts';
import type { ListStart } from '../../messages/list.ts';
import { CloseDealForm } from '../../sidebar/deal/CloseDealForm.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import { singleKeys } from '../../ui/singleKeys.ts';
import type { PageSession } from '../page.ts';
import { Ask } from './ask/Ask.tsx';
import css from './Board.module.css';
import { BoardBar } from './BoardBar.tsx';
import { Columns } from './Columns.tsx';
import { cardBeside, columnsOf, placeOf } from './columns.ts';
import { commandOf } from './command.ts';
import { DealTable } from './DealTable.tsx';
import { useDrops } from './drag.ts';
import { HandsContext } from './hands.ts';
import { Arrange } from './pipeline/Arrange.tsx';
import type { BoardAnswer } from './useBoard.ts';
import { useHandling } from './useHandling.ts';

/** One pipeline: its bar, its columns or table, and whatever is asked about a card. */
export function Pipeline({
  page,
  start,
  board,
  view,
  query,
  onQuery,
}: {
  page: PageSession;
  start: ListStart | null;
  board: BoardAnswer;
  view: BoardView;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
}) {
  const session = useSession();
  const [period, setPeriod] = useState<Period>('month');
  const [look, setLook] = useState<'board' | 'table'>('board');
  const [arranging, setArranging] = useState(false);
  const [current, setCurrent] = useState<Id | null>(null);
  const [wanted, setWanted] = useState<Id | null>(null);
  useDrops();

  const today = session.today.value;
  const now = session.now.value;
  const columns = useMemo(
    () => columnsOf(view, { pending: board.pending, period, today, now }),
    [view, board.pending, period, today, now],
  );
  const focusOn = (id: Id) => {
    setCurrent(id);
    setWanted(id);
  };
  const handling = useHandling(
    board,
    view,
    { period, onPeriod: setPeriod },
    {
      onMoved: ({ id }) => focusOn(id),
      onClosed: ({ id }) => {
        const beside = cardBeside(columns, id, 'down') ?? cardBeside(columns, id, 'up');
        if (beside) focusOn(beside);
      },
    },
  );
  const { hands } = handling;
  const cardOf = (id: Id): BoardCard | undefined => {
    const place = placeOf(columns, id);
    return place ? columns[place.column]?.cards[place.at] : undefined;
  };

  const onDrop = (id: Id, columnKey: string, event: Event) => {
    const card = cardOf(id);
    if (!card) return;
    if (columnKey === 'won') return hands.win(event, card);
    if (columnKey === 'lost') return hands.lose(card);
    const stage = view.stages.find((one) => one.id === columnKey);
    if (stage) hands.move(event, card, stage);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.matches('input, textarea, select')) return;
    const id = event.target.closest<HTMLElement>('[data-card]')?.dataset.card;
    const command = id ? commandOf(event.key) : null;
    const card = id ? cardOf(id) : undefined;
    if (!command || !card) return;
    if (command.do !== 'walk' && !(session.canChange.value && singleKeys.on)) return;
    event.preventDefault();
    if (command.do === 'walk') {
      const next = cardBeside(columns, card.id, command.step);
      if (next) focusOn(next);
    } else if (command.do === 'win') hands.win(event, card);
    else if (command.do === 'lose') hands.lose(card);
    else {
      const at = view.stages.findIndex(({ id: stageId }) => stageId === card.stageId);
      const stage = view.stages[command.do === 'place' ? command.at : at + command.by];
      if (stage) hands.move(event, card, stage);
    }
  };

  return (
    <HandsContext.Provider value={hands}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards come up to here; nothing but a card answers them */}
      <div class={css.board} onKeyDown={onKeyDown}>
        <BoardBar
          view={view}
          start={start}
          query={query}
          onQuery={onQuery}
          look={look}
          onLook={setLook}
          totals={addTotals(columns.flatMap(({ of, totals }) => (of.kind === 'stage' ? [totals] : [])))}
          onArrange={() => setArranging(true)}
        />
        {look === 'table' && start ? (
          <DealTable {...{ page, start, query, onQuery }} pipelineId={view.pipelineId} />
        ) : (
          <Columns
            columns={columns}
            current={current}
            wanted={wanted}
            onFound={() => setWanted(null)}
            onFocus={setCurrent}
            onDrop={onDrop}
            onArrange={() => setArranging(true)}
            mayArrange={view.mayArrange}
          />
        )}
      </div>
      {handling.losing && (
        <Dialog
          title={m.board_lose({ deal: handling.losing.title })}
          close={m.words_close()}
          onClose={handling.leave}
        >
          <CloseDealForm
            deal={{ ...handling.losing, pipelineId: view.pipelineId ?? '' }}
            onDone={(lost) => {
              if (lost && handling.losing) handling.lost(handling.losing);
              else handling.leave();
            }}
          />
        </Dialog>
      )}
      {handling.asking && <Ask asking={handling.asking} view={view} handling={handling} />}
      {arranging && <Arrange view={view} onClose={() => setArranging(false)} />}
    </HandsContext.Provider>
  );
}
