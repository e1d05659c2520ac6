/** How one way of reading the mailbox fared; names of ours, never anything that was read. */
export type Probe = { name: string; ok: number; failed: number };

/** A content-free line about the mailbox's page, that a user can paste into an issue. */
export type MailHealth = {
  level: 'inboxsdk' | 'dom';
  /** InboxSDK's version; null where it is not part of this build. */
  sdk: string | null;
  /** Why InboxSDK is not in use, or null. */
  without: 'timeout' | 'failed' | 'not-built' | null;
  place: string | null;
  probes: Probe[];
};

/** Counts what worked and what did not, and turns a throwing reader of somebody else's page into an absence. */
export type Probes = {
  /** The value, or null where reading threw or found nothing. */
  attempt<T>(name: string, read: () => T | null | undefined): T | null;
  note(name: string, worked: boolean): void;
  all(): Probe[];
};

export function makeProbes(): Probes {
  const probes = new Map<string, Probe>();
  const note = (name: string, worked: boolean) => {
    const probe = probes.get(name) ?? { name, ok: 0, failed: 0 };
    if (worked) probe.ok += 1;
    else probe.failed += 1;
    probes.set(name, probe);
  };
  return {
    note,
    all: () => [...probes.values()],
    attempt(name, read) {
      let value = null;
      try {
        value = read() ?? null;
      } catch {
        // Gmail renamed something under InboxSDK: counted, and the next way of reading is asked.
      }
      note(name, value !== null);
      return value;
    },
  };
}
