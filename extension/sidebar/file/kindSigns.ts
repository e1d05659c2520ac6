import {
  CalendarDays,
  File,
  FileArchive,
  FileImage,
  FilePenLine,
  FileSpreadsheet,
  FileText,
  Presentation,
  Receipt,
  ScrollText,
  Tag,
} from 'lucide-preact';
import type { AttachmentKind } from '../../../shared/domain/attachment/kind.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

/** What a file is: by a sign and in a word. */
export const kindIcons: Record<AttachmentKind, typeof File> = {
  quote: Tag,
  invoice: Receipt,
  contract: FilePenLine,
  order: ScrollText,
  presentation: Presentation,
  spreadsheet: FileSpreadsheet,
  image: FileImage,
  calendar: CalendarDays,
  archive: FileArchive,
  document: FileText,
  other: File,
};
export const kindText: Record<AttachmentKind, () => string> = {
  quote: m.files_kind_quote,
  invoice: m.files_kind_invoice,
  contract: m.files_kind_contract,
  order: m.files_kind_order,
  presentation: m.files_kind_presentation,
  spreadsheet: m.files_kind_spreadsheet,
  image: m.files_kind_image,
  calendar: m.files_kind_calendar,
  archive: m.files_kind_archive,
  document: m.files_kind_document,
  other: m.files_kind_other,
};
