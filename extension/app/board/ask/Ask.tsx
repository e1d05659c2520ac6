import { useState } from 'preact/hooks';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../../messages/board.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/Form.tsx';
import { FormEnd } from '../../../ui/FormEnd.tsx';
import type { Asking, Handling } from '../useHandling.ts';
import { AskField } from './AskField.tsx';
import { answersOf, emptyTyped, type Typed } from './answers.ts';

/** What a stage wants to know of a deal, asked when it is moved there. Nobody is held up: it can go without. */
export function Ask({ asking, view, handling }: { asking: Asking; view: BoardView; handling: Handling }) {
  const { card, stage, missing } = asking;
  const [typed, setTyped] = useState<Typed>(() => emptyTyped(missing, card.currency));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = (event: Event) => {
    const read = answersOf(missing, typed, view.ownFields);
    setErrors(read.errors);
    if (read.answers) void handling.answer(event, read.answers);
  };
  return (
    <Dialog title={m.board_ask({ stage: stage.name })} close={m.words_close()} onClose={handling.leave}>
      <p>{m.board_ask_why({ deal: card.title, stage: stage.name })}</p>
      <Form label={m.board_ask({ stage: stage.name })} onSave={save} onCancel={handling.leave}>
        {missing.map((field, i) => (
          <AskField
            key={field}
            field={field}
            first={i === 0}
            view={view}
            typed={typed}
            error={errors[field]}
            onTyped={(change) => setTyped({ ...typed, ...change })}
          />
        ))}
        <FormEnd save={m.board_save_and_move()} cancel={m.words_cancel()} onCancel={handling.leave}>
          <Button onClick={(event) => void handling.answer(event, null)}>{m.board_move_anyway()}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  );
}
