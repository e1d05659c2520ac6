import type { OwnField, OwnFieldKind, OwnFieldPlace } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const kinds: Record<OwnFieldKind, () => string> = {
  text: m.fields_kind_text,
  number: m.fields_kind_number,
  money: m.fields_kind_money,
  date: m.fields_kind_date,
  choice: m.fields_kind_choice,
  'yes-no': m.fields_kind_yes_no,
  person: m.fields_kind_person,
};
export const kindText = (kind: OwnFieldKind): string => kinds[kind]();

const places: Record<OwnFieldPlace, () => string> = {
  sidebar: m.fields_place_sidebar,
  record: m.fields_place_record,
  card: m.fields_place_card,
};
export const placeText = (place: OwnFieldPlace): string => places[place]();

const of: Record<OwnField['noun'], () => string> = {
  contact: m.fields_of_contact,
  company: m.fields_of_company,
  deal: m.fields_of_deal,
};
export const fieldsOfText = (noun: OwnField['noun']): string => of[noun]();
