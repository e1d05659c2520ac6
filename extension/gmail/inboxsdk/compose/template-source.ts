import type {
  ComposeAsk,
  ComposeReply,
  FilledTemplate,
  TemplateLine,
  Wish,
} from '../../../messages/compose.ts';
import type { MailPerson } from '../../surface.ts';

/** Templates as the background has them: the list, and each filled in once a recipient. */
export function makeTemplates(ask: (what: ComposeAsk) => Promise<ComposeReply>, deal: () => Wish['deal']) {
  let lines: readonly TemplateLine[] | null = null;
  let filled = new Map<string, Promise<FilledTemplate | null | undefined>>();
  return {
    lines: () => lines,
    async load(): Promise<void> {
      lines = (await ask({ of: 'templates' })).templates ?? lines;
    },
    /** null: it is gone; undefined: nobody answered. */
    fill(line: TemplateLine, to: MailPerson | null): Promise<FilledTemplate | null | undefined> {
      const of = `${line.id} ${to?.email ?? ''}`;
      const known = filled.get(of);
      if (known) return known;
      const asked = ask({ of: 'fill', id: line.id, to, deal: deal() }).then((reply) => {
        if (reply.filled === undefined) filled.delete(of);
        return reply.filled;
      });
      filled.set(of, asked);
      return asked;
    },
    /** Somebody else, or another deal: what was filled in is not true any more. */
    forget(): void {
      filled = new Map();
    },
  };
}

export type Templates = ReturnType<typeof makeTemplates>;
