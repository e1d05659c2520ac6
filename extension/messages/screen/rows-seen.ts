import type { RowSeen } from '../../gmail/surface.ts';
import type { StorageArea } from '../../settings/storage.ts';

/** Rows that are kept of a tab: ten pages of Gmail's longest list, some 300 kB. */
const mostKept = 1_000;
/** A list that is scrolled tells of new rows several times a second; it is written, and whoever looks told, once. */
const writeAfterMs = 1_000;

const key = (tabId: number): string => `rows/${tabId}`;

/** Of one mailbox: another one in the same tab begins anew. */
type Kept = { account: string; rows: Map<string, RowSeen> };

const isKept = (value: unknown): value is { account: string; rows: RowSeen[] } =>
  typeof value === 'object' && value !== null && 'account' in value && 'rows' in value;

/**
 * Which conversations the mailbox of a tab has shown so far. They stay in this browser, outlive the worker and end with
 * the tab.
 */
export function openRows(area: StorageArea, stored: Record<string, unknown>, told: (tabId: number) => void) {
  const tabs = new Map<number, Kept>();
  for (const [name, value] of Object.entries(stored))
    if (name.startsWith('rows/') && isKept(value)) {
      const rows = new Map(value.rows.map((row) => [row.id, row]));
      tabs.set(Number(name.slice(5)), { account: value.account, rows });
    }
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();

  const write = (tabId: number): void => {
    waiting.delete(tabId);
    const kept = tabs.get(tabId);
    told(tabId);
    if (kept) void area.set({ [key(tabId)]: { account: kept.account, rows: [...kept.rows.values()] } });
  };
  return {
    of: (tabId: number): readonly RowSeen[] => [...(tabs.get(tabId)?.rows.values() ?? [])].reverse(),
    see: (tabId: number, account: string, seen: readonly RowSeen[]): void => {
      const before = tabs.get(tabId);
      const rows = before?.account === account ? before.rows : new Map<string, RowSeen>();
      for (const row of seen) {
        rows.delete(row.id);
        rows.set(row.id, row);
      }
      for (const oldest of rows.keys()) {
        if (rows.size <= mostKept) break;
        rows.delete(oldest);
      }
      tabs.set(tabId, { account, rows });
      if (!waiting.has(tabId)) waiting.set(tabId, setTimeout(write, writeAfterMs, tabId));
    },
    forget: (tabId: number): void => {
      clearTimeout(waiting.get(tabId));
      waiting.delete(tabId);
      if (tabs.delete(tabId)) void area.remove(key(tabId));
    },
  };
}
