const address =
  /[^\s<>()[\]{},;:"'“”‘’«»|\\]+@[^\s<>()[\]{},;:"'“”‘’«»|\\]+\.[^\s<>()[\]{},;:"'“”‘’«»|\\]+/gu;
/** RFC 3464: what a delivery report says for machines. */
const reported = /^(?:final|original)-recipient:\s*(?:rfc822|utf-8)\s*;\s*(\S+@\S+)/gimu;
const machine = /^(?:mailer-daemon|postmaster|no-?reply|bounces?)\b/iu;
/** Still on its way: it will be tried again, and mostly arrives. */
const delayed =
  /\b(?:will (?:retry|try again|keep trying|be retried)|has been delayed|delivery (?:is )?delayed|delay(?:ed)? \(|temporary (?:problem|failure|error))|将(?:继续|重新)?(?:尝试|重试)|將(?:繼續|重新)?(?:嘗試|重試)|wird (?:erneut|weiter) versucht|verzögert/iu;
const read = 20_000;

/** The addresses that a mailbox's delivery report says a mail did not reach; none where it only came late. */
export function failedAddresses(report: string, own: readonly string[]): string[] {
  const text = report.slice(0, read);
  const mine = new Set(own.map((each) => each.toLowerCase()));
  const others = (found: readonly string[]) => [
    ...new Set(
      found
        .map((each) => each.toLowerCase().replace(/[.!?:。！？：]+$/u, ''))
        .filter((each) => !mine.has(each) && !machine.test(each)),
    ),
  ];
  const told = others([...text.matchAll(reported)].map(([, each = '']) => each));
  if (told.length > 0) return told.slice(0, 20);
  if (delayed.test(text)) return [];
  // A report in words names the address first; what it quotes further down may name anybody.
  return others(text.match(address) ?? []).slice(0, 1);
}
