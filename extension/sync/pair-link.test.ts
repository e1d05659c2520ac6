import { expect, test } from 'vitest';
import { parsePairLink } from './pair-link.ts';

test.each([
  ['http://localhost:8787/pair#ABCD-1234', 'http://localhost:8787', 'ABCD-1234'],
  ['  https://crm.example.org/pair#ABCD-1234 ', 'https://crm.example.org', 'ABCD-1234'],
  ['http://127.0.0.1:8787 ABCD-1234', 'http://127.0.0.1:8787', 'ABCD-1234'],
  ['crm.example.org ABCD-1234', 'https://crm.example.org', 'ABCD-1234'],
  [
    'Pair here: https://crm.example.org/pair#ABCD-1234, it works once.',
    'https://crm.example.org',
    'ABCD-1234',
  ],
  ['crm.example.org\n  ABCD-1234', 'https://crm.example.org', 'ABCD-1234'],
  ['localhost:8787 ABCD-1234', 'http://localhost:8787', 'ABCD-1234'],
])('%s is a server and a code', (pasted, origin, code) => {
  expect(parsePairLink(pasted)).toEqual({ origin, code });
});

test.each([
  'http://crm.example.org/pair#ABCD-1234',
  'ftp://localhost/pair#ABCD-1234',
  'https://me:secret@crm.example.org/pair#ABCD-1234',
  'javascript:alert(1)#ABCD-1234',
  'http://localhost.evil.example/pair#ABCD-1234',
  'http://localhost:8787/pair',
  'http://localhost:8787/pair#<script>',
  'see http://evil.example/pair#ABCD-1234 there',
  '',
])('%s is none', (pasted) => {
  expect(parsePairLink(pasted)).toBeNull();
});
