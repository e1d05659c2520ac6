import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import type { Core, Desk } from './core.ts';
import type { Workspaces } from './workspaces.ts';

/** Who asks: the tab they belong to, and whether they stand in somebody's page. */
export type Asker = { tabId: number | null; framed: boolean };
/** A browser's workspaces, and what they share. */
export type Office = { desk: Desk; workspaces: Workspaces; healthLine(): Promise<string> };

type InTab = Pick<Asker, 'tabId'>;
type Call = { in: unknown; out: unknown };
/** What answers an area's calls: out of a workspace's rooms. */
export type AnswersOf<Area extends Record<keyof Area, Call>> = {
  [N in keyof Area]: (core: Core, input: Area[N]['in'], asker: InTab) => Promise<Area[N]['out']>;
};

/** The tab that is asked about; refused where there is none. */
export function tabOf({ tabId }: InTab, otherwise: ErrorCode = 'page.unreadable'): number {
  if (tabId === null) throw new CodedError(otherwise, 'tab');
  return tabId;
}
