import { ChevronDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { View } from '../../../shared/domain/rows.ts';
import { type ListQuery, queryOf } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { mayArrange } from '../../../shared/sync/rights.ts';
import type { ListStart } from '../../messages/list.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Menu } from '../../ui/Menu.tsx';
import { nounText } from './fieldLabel.ts';
import css from './List.module.css';
import { ViewDialog } from './ViewDialog.tsx';

/** What makes a view another one: neither the search that was typed nor how wide the columns are drawn. */
const textOf = (query: ListQuery): string =>
  JSON.stringify({ ...query, columns: query.columns.map(({ field }) => field), text: '' });
export const isOf = (view: View, query: ListQuery): boolean => {
  const saved = queryOf(view);
  return saved !== null && textOf(saved) === textOf(query);
};

/** Which view is shown; another one, or what becomes of this one. */
export function Views({
  start,
  query,
  viewId,
  onView,
}: {
  start: ListStart;
  query: ListQuery;
  viewId: string | null;
  onView: (id: string | null, query: ListQuery | null) => void;
}) {
  const session = useSession();
  const [dialog, setDialog] = useState<{ view: View | null } | null>(null);
  const { noun } = query;
  const view = start.views.find(({ id }) => id === viewId) ?? null;
  const changed = view ? !isOf(view, query) : textOf(query) !== textOf(usualQuery(noun));
  const all = nounText[noun].all();
  const canChange = session.canChange.value;
  const mine = view !== null && view.createdBy === start.me;
  const role = start.members.find(({ id }) => id === start.me)?.role;
  // As the server has it. [Q1]
  const mayChange = canChange && view !== null && (mine || (role !== undefined && mayArrange(role)));
  const name = view?.name ?? all;
  const title = changed ? m.list_view_changed({ name }) : name;
  const stored = JSON.stringify({ ...query, text: '' });

  const save = async (event: Event, name: string, hidden: boolean, of: View | null) => {
    const id = of?.id ?? newId();
    const outcome = of
      ? await session.act(event, 'view.edit', {
          id,
          fields: { name },
          ...(hidden !== (of.privateTo !== null) && { private: hidden }),
        })
      : await session.act(event, 'view.add', {
          id,
          noun,
          name,
          query: stored,
          position: Math.min(1_000_000, Math.max(0, ...start.views.map(({ position }) => position)) + 1),
          private: hidden,
        });
    if (!outcome.ok) return;
    setDialog(null);
    onView(id, null);
    session.toasts.show({ tone: 'plain', text: m.list_view_saved({ name }) });
  };
  const remove = async (event: Event, gone: View) => {
    const outcome = await session.act(event, 'view.remove', { id: gone.id });
    if (!outcome.ok) return;
    onView(null, null);
    const { name, query: text, position } = gone;
    session.toasts.show({
      tone: 'plain',
      text: m.list_view_deleted({ name }),
      action: {
        label: m.words_undo(),
        run: (click) =>
          void session.act(click, 'view.add', {
            id: newId(),
            noun,
            name,
            query: text,
            position,
            private: gone.privateTo !== null,
          }),
      },
    });
  };

  return (
    <>
      <Menu
        label={`${m.list_views()}: ${title}`}
        class={css.viewButton}
        trigger={
          <>
            <span class={css.viewName} dir="auto">
              {title}
            </span>
            <ChevronDown size={16} aria-hidden="true" />
          </>
        }
        items={[
          {
            id: 'all',
            label: all,
            checked: view === null,
            onPick: () => onView(null, usualQuery(noun)),
          },
          ...start.views.map((each) => ({
            id: each.id,
            label: each.name,
            checked: each.id === viewId,
            detail: each.privateTo === null ? m.list_view_shared() : m.list_view_yours(),
            onPick: () => onView(each.id, queryOf(each)),
          })),
          mayChange &&
            changed && {
              id: 'save',
              label: m.list_view_save({ name: view.name }),
              onPick: async (event: Event) => {
                const outcome = await session.act(event, 'view.edit', {
                  id: view.id,
                  fields: { query: stored },
                });
                if (outcome.ok)
                  session.toasts.show({ tone: 'plain', text: m.list_view_saved({ name: view.name }) });
              },
            },
          canChange && {
            id: 'save-as',
            label: m.list_view_save_as(),
            onPick: () => setDialog({ view: null }),
          },
          mayChange && { id: 'rename', label: m.list_view_rename(), onPick: () => setDialog({ view }) },
          mayChange && {
            id: 'delete',
            label: m.list_view_delete({ name: view.name }),
            danger: true,
            onPick: (event: Event) => void remove(event, view),
          },
        ]}
      />
      {dialog && (
        <ViewDialog
          view={dialog.view}
          mayHide={dialog.view === null || mine}
          onClose={() => setDialog(null)}
          onSave={(event, name, hidden) => void save(event, name, hidden, dialog.view)}
        />
      )}
    </>
  );
}
