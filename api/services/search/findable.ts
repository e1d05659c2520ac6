import { nameSearchKeys } from '../../../shared/identity/name/search-keys.ts';
import { wholeNameTables } from '../../../shared/identity/name/whole.ts';
import { searchText } from '../../../shared/kit/fold.ts';

const names = wholeNameTables((bytes) => new TextDecoder('gbk').decode(bytes));

/** By what a name is found besides its own letters. */
export const nameKeys = (name: string): string[] => nameSearchKeys(name, names);

/** One text as it is looked for; a name also by how it is read: `wangxiaoming`, `wxm`. */
export const findable = (field: string, text: string): string =>
  [searchText(text), ...(field === 'name' ? nameKeys(text) : [])].join(' ');
