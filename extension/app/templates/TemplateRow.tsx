import { ArrowDown, ArrowUp, Lock, Trash2, Users } from 'lucide-preact';
import { type FieldLabels, localised } from '../../../shared/domain/template/localised.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TemplatesView } from '../../messages/compose.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Templates.module.css';

type Act = ((event: Event) => void) | null;

/** One line of the list: what it is called and says, whose it is, its place among the others. */
export function TemplateRow({
  template,
  labels,
  open,
  onOpen,
  onUp,
  onDown,
  onRemove,
}: {
  template: TemplatesView['templates'][number];
  labels: FieldLabels;
  open: boolean;
  onOpen: () => void;
  onUp: Act;
  onDown: Act;
  onRemove: Act;
}) {
  const { name, subject, body, privateTo, by } = template;
  const shared = privateTo === null;
  return (
    <li class={classes(css.row, open && css.open)}>
      <Button look="link" class={css.rowName} aria-current={open ? 'true' : undefined} onClick={onOpen}>
        <Text>{name}</Text>
      </Button>
      <div class={css.acts}>
        {(onUp || onDown || onRemove) && (
          <>
            <IconButton
              label={m.compose_page_up({ name })}
              disabled={!onUp}
              onClick={(event) => onUp?.(event)}
            >
              <ArrowUp size={14} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={m.compose_page_down({ name })}
              disabled={!onDown}
              onClick={(event) => onDown?.(event)}
            >
              <ArrowDown size={14} aria-hidden="true" />
            </IconButton>
          </>
        )}
        {onRemove && (
          <IconButton label={m.compose_page_remove({ name })} onClick={onRemove}>
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <Text cut class={css.rowLine}>
        {localised(subject || body.trim().split('\n', 1)[0] || '', labels)}
      </Text>
      <span class={css.whose}>
        {shared ? <Users size={12} aria-hidden="true" /> : <Lock size={12} aria-hidden="true" />}
        {shared ? m.compose_page_by({ who: by }) : m.compose_page_mine()}
      </span>
    </li>
  );
}
