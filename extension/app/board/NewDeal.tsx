import type { Stage } from '../../../shared/domain/rows.ts';
import type { BoardCard } from '../../messages/board.ts';
import { NewDealForm } from '../../sidebar/deal/NewDealForm.tsx';
import css from './Column.module.css';

/** A new deal where it begins; in the currency of those that stand there. */
export const NewDeal = ({
  stage,
  cards,
  onDone,
}: {
  stage: Stage;
  cards: readonly BoardCard[];
  onDone: () => void;
}) => (
  <div class={css.form}>
    <NewDealForm
      about={{ contactIds: [], companyId: null }}
      currencies={cards.map(({ currency }) => currency)}
      suggestedTitle=""
      stageId={stage.id}
      onDone={onDone}
    />
  </div>
);
