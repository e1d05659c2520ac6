/** A load that is offered whatever becomes of it. */
export type Offer = {
  url: string;
  tokens: string[];
  readPaths: string[];
  /** POSTed to `sync.push`; `__client__`, `__number__`, `__before__` and `__id__` are put in. */
  body: string;
  readsPerSecond: number;
  writesPerSecond: number;
  connections: number;
  seconds: number;
};

/** Answers a second, and what became of the rest; times in milliseconds from when a request fell due. */
export type Offered = {
  read: number;
  write: number;
  /** 503 */
  refused: number;
  withoutRetryAfter: number;
  failed: number;
  /** Found no free connection in time. */
  unsent: number;
  firstFailure: string | null;
  readP99: number;
  writeP99: number;
  seconds: number;
};
