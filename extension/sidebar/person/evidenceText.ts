import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Evidence } from '../../../shared/identity/sighting.ts';

const names: Record<Evidence, () => string> = {
  'mail-header': m.sidebar_from_header,
  signature: m.sidebar_from_signature,
  site: m.sidebar_from_site,
  'json-ld': m.sidebar_from_page_data,
  microdata: m.sidebar_from_page_data,
  rdfa: m.sidebar_from_page_data,
  'h-card': m.sidebar_from_page_data,
  vcard: m.sidebar_from_vcard,
  taught: m.sidebar_from_taught,
  opengraph: m.sidebar_from_page_data,
  mailto: m.sidebar_from_link,
  tel: m.sidebar_from_link,
  number: m.sidebar_from_text,
  quoted: m.sidebar_from_quoted,
  form: m.sidebar_from_form,
  text: m.sidebar_from_text,
};
/** Where a value was seen, in a word. */
export const evidenceText = (evidence: Evidence): string => names[evidence]();
