import * as m from '../../../shared/i18n/compiled/messages.js';

const names: Record<string, () => string> = {
  manual: m.record_source_manual,
  'mail-header': m.record_source_mail,
  mail: m.record_source_mail,
  signature: m.record_source_signature,
  page: m.record_source_page,
  import: m.record_source_import,
};

/** Where something was learnt from, in words; what has none is called as it came. */
export const sourceText = (source: string): string =>
  Object.hasOwn(names, source) ? (names[source]?.() ?? source) : source;
