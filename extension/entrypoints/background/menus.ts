import { type Browser, browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { addContact } from '../../actions/add-contact.ts';
import type { Desk } from '../../actions/core.ts';
import { show } from '../../actions/show.ts';
import { leadFromSelection } from '../../messages/screen/lead-from-selection.ts';
import { notePlaceOf } from '../../messages/screen/note-place.ts';
import type { Background } from './open.ts';

type Info = Browser.contextMenus.OnClickData;

/** Menu items stand only while this browser is paired: without a server they could do nothing. */
export function keepMenus({ settings }: Desk): void {
  let shown = '';
  const keep = async () => {
    const wanted = settings.get().places.length > 0 ? settings.locale() : '';
    if (wanted === shown) return;
    shown = wanted;
    await browser.contextMenus.removeAll();
    if (!wanted) return;
    browser.contextMenus.create({
      id: 'note-selection',
      contexts: ['selection'],
      title: m.pages_menu_note(),
    });
    browser.contextMenus.create({
      id: 'lead-selection',
      contexts: ['selection'],
      title: m.pages_menu_lead(),
    });
    browser.contextMenus.create({ id: 'save-page', contexts: ['page'], title: m.pages_menu_save() });
  };
  settings.onChange(() => void keep().catch(reportError));
  void keep().catch(reportError);
}

/** What an item does once the panel is open and the page was read. */
export async function runMenu(
  { workspaces, ports }: Background,
  info: Info,
  tab: Browser.tabs.Tab,
): Promise<void> {
  const { id } = tab;
  const core = id === undefined ? null : await workspaces.of(id);
  if (id === undefined || !core || !info.selectionText) return;
  if (info.menuItemId === 'note-selection') {
    const place = notePlaceOf(await show(core, core, id, false));
    if (place) {
      // Behind what is typed there already.
      const typed = await core.drafts.get(place);
      await core.drafts.set(place, typed ? `${typed}\n${info.selectionText}` : info.selectionText);
    }
    ports.focus(id, 'note');
  }
  if (info.menuItemId === 'lead-selection') {
    const lead = leadFromSelection(info.selectionText, tab.url ?? null);
    if (!lead) return;
    const { contactId } = await addContact(core, lead);
    const contact = await core.mirror.get('contact', contactId);
    const email = contact?.keys.find((key) => key.kind === 'email')?.value;
    if (email) core.sessions.change(id, { selected: `email:${email}` });
  }
}
