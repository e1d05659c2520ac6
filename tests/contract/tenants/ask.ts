import { type Canary, canaries, type Stranger, type Tenants } from './cast.ts';

export const methods = ['POST', 'GET', 'batch POST', 'batch GET'] as const;
/** None of these may do or tell anything. */
export const strangeMethods: readonly string[] = ['PUT', 'DELETE', 'PATCH', 'HEAD'];
export type Method = (typeof methods)[number];

export type Answered = {
  /** Who asked what and how, for a violation. */
  name: string;
  ok: boolean;
  codes: string[];
  text: string;
  /** Status and text without what differs from one request to the next. */
  said: string;
};
export type Asker = {
  /** `what`: what is asked for, where the path does not say it. */
  ask: (stranger: Stranger, path: string, method: string, input: unknown, what?: string) => Promise<Answered>;
  violate: (what: string) => void;
  inspectLog: () => void;
  requests: () => number;
  violations: string[];
};

const mostViolations = 40;

/** Asks as a stranger does, and looks into every answer for what that stranger may not read. */
export function makeAsker({ fetch, log, tokens }: Tenants): Asker {
  let count = 0;
  const violations: string[] = [];
  const violate = (what: string) => {
    if (violations.length < mostViolations && !violations.includes(what)) violations.push(what);
  };
  const words = Object.entries(canaries) as [Canary, string][];

  return {
    violate,
    violations,
    requests: () => count,
    async ask(stranger, path, method, input, what = path) {
      count += 1;
      const name = `${stranger.kind}: ${what} by ${method}`;
      const batch = method.startsWith('batch');
      const verb = batch ? method.slice(6) : method;
      const target = batch ? `${path},${path}` : path;
      const given = batch ? { 0: input ?? null, 1: input ?? null } : input;
      const query = new URLSearchParams(batch ? { batch: '1' } : {});
      const hasBody = verb !== 'GET' && verb !== 'HEAD';
      if (!hasBody && given !== undefined) query.set('input', JSON.stringify(given));
      const answer = await fetch(`/trpc/${target}?${query}`, {
        method: verb,
        headers: {
          'content-type': 'application/json',
          ...(stranger.token ? { authorization: `Bearer ${stranger.token}` } : {}),
        },
        ...(hasBody ? { body: JSON.stringify(given ?? (batch ? {} : null)) ?? '' } : {}),
      });
      const text = await textOf(answer);
      const seen = `${text} ${JSON.stringify([...answer.headers])}`.toLowerCase();
      for (const [canary, word] of words)
        if (!stranger.sees.includes(canary) && seen.includes(word))
          violate(`${name} tells ${word}: ${around(seen, word)}`);
      for (const token of tokens)
        if (text.includes(token) && token !== stranger.token) violate(`${name} tells a token`);
      if (answer.status >= 500) violate(`${name}: ${answer.status} ${text.slice(0, 200)}`);
      const codes = [...text.matchAll(/"errorCode":"([^"]+)"/g)].map(([, code]) => code ?? '');
      return {
        name,
        ok: answer.status < 400 && codes.length === 0,
        codes: codes.length > 0 ? codes : [String(answer.status)],
        text,
        said: `${answer.status} ${plain(text)}`,
      };
    },
    inspectLog() {
      const logged = log();
      for (const [, word] of words)
        if (logged.toLowerCase().includes(word))
          violations.unshift(`the log tells ${word}: ${around(logged.toLowerCase(), word)}`);
      for (const token of tokens) if (logged.includes(token)) violations.unshift('the log tells a token');
    },
  };
}

/** An answer, or the first of a stream that does not end by itself. */
export async function textOf(answer: Response, ms = 30): Promise<string> {
  if (!answer.body || !(answer.headers.get('content-type') ?? '').startsWith('text/event-stream'))
    return answer.text();
  let text = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const late = setTimeout(() => void reader.cancel(), ms);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  clearTimeout(late);
  return text;
}

const around = (text: string, word: string): string => {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 60), at + word.length + 20);
};

/** Whose id it is shows by the rest: what stands beside a known one stands not beside an unknown one. */
const plain = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/"requestId":"[^"]*"/g, '')
    .replaceAll(/"(cursor|seq|at|expiresAt)":\d+/g, '')
    .replaceAll(/"code":"[A-Z0-9-]{8,12}"/g, '"code":""');
