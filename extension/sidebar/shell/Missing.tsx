import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { Empty } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Problem } from './Problem.tsx';

/** Not there yet, not to be had, or no longer there. */
export function Missing({ code, gone }: { code: ErrorCode | null; gone: boolean }) {
  if (code) return <Problem code={code} />;
  if (gone) return <Empty>{m.sidebar_gone()}</Empty>;
  return <Skeleton label={m.sidebar_loading()} />;
}
