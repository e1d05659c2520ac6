import { pino } from 'pino';
import type { Settings } from './env.ts';

export type Log = {
  info: (facts: object, event: string) => void;
  warn: (facts: object, event: string) => void;
  error: (facts: object, event: string) => void;
};

/** JSON lines on standard error: ids, sizes, codes and times; never what a person typed, a token or an address. */
export const makeLog = (level: Settings['logLevel']): Log =>
  pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }, pino.destination(2));

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
