import type { AttachmentKind } from '../../shared/domain/attachment/kind.ts';
import type { Instant } from '../../shared/domain/rows.ts';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { WantedFile } from './tab.ts';

/** What became of a file of a mail. */
export type FileKept =
  /** Its name is known, and no more. */
  | { state: 'none' }
  /** In this browser, on its way to the server. `code`: why it does not get on. */
  | { state: 'waiting'; id: Id; done: number; all: number; code: ErrorCode | null }
  /** The server has it. */
  | { state: 'stored'; id: Id; by: string; byMe: boolean; at: Instant }
  /** Somebody keeps it, and it has not arrived. */
  | { state: 'missing'; id: Id; by: string; byMe: boolean };

/** A file of a mail, as its line says it. */
export type FileLine = {
  name: string;
  type: string | null;
  size: number | null;
  kind: AttachmentKind;
  /** Which of the entry's files of that name it is. */
  nth: number;
  kept: FileKept;
};

/** The files of one message of the open thread. */
export type MessageFiles = {
  messageId: string;
  from: string;
  /** Its log; null: only files of logged mails are kept. */
  interactionId: Id | null;
  /** Whether one may keep and remove files of it. */
  mayKeep: boolean;
  files: FileLine[];
};

export type FileCalls = {
  /** Files of an entry. */
  files: { in: { interactionId: Id }; out: FileLine[] };
  /** Files of a record's entries, the newest first. */
  recordFiles: {
    in: { noun: 'contact' | 'company' | 'deal'; id: Id };
    out: { interactionId: Id; at: Instant; mayKeep: boolean; files: FileLine[] }[];
  };
  /** Files of the open thread. */
  threadFiles: {
    /** `seen`: what the asker's screen tells of the thread, so that it asks again when that is another. */
    in: { threadId: string; seen: string };
    out: MessageFiles[];
  };
  /** Fetches a file from the mailbox and keeps it with the entry. Resolves when it is safe in this browser. */
  keepFile: { in: WantedFile & { interactionId: Id }; out: { fileId: Id } };
  /** Ends the fetching of a file. */
  stopFile: { in: WantedFile; out: null };
  /** Removes a kept file, or one that is on its way. */
  removeFile: { in: { id: Id }; out: null };
  /** What did not get on is tried again now. */
  retryFile: { in: { id: Id }; out: null };
  /** A part of a kept file, in base64. */
  filePart: { in: { id: Id; part: number }; out: { bytes: string; parts: number; sha256: string } };
};
