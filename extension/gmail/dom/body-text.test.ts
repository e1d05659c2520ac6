import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { textOfBody } from './body-text.ts';

const text = (html: string) => {
  const { document } = parseHTML(`<html><body><div id="b">${html}</div></body></html>`);
  return textOfBody(document.getElementById('b') as unknown as Element);
};

describe('a message’s text in the page', () => {
  const cases: [title: string, html: string, text: string][] = [
    ['is a line a block', '<div>Hi Nora,</div><div>see you.</div>', 'Hi Nora,\nsee you.'],
    ['keeps breaks, and one empty line of several', 'a<br>b<br><br><br>c', 'a\nb\n\nc'],
    ['parts paragraphs by an empty line', '<p>a</p><p>b</p>', 'a\n\nb'],
    [
      'marks what is quoted',
      'Yes<blockquote>Really?<blockquote>So?</blockquote></blockquote>',
      'Yes\n> Really?\n> > So?',
    ],
    [
      'keeps answers between quotes',
      '<blockquote>one?</blockquote>yes<blockquote>two?</blockquote>no',
      '> one?\nyes\n> two?\nno',
    ],
    [
      'leaves out what Gmail added',
      'Hi<div class="ajR" role="button">•••</div><div class="iX">clipped <a>whole</a></div>',
      'Hi',
    ],
    ['leaves out styles and scripts', '<style>x{}</style>Hi<script>1</script>', 'Hi'],
    ['takes an emoji from its picture', 'Fine <img alt="🙂">', 'Fine 🙂'],
    ['parts cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['runs words of one line together', '<b>Tw</b>o  \n years', 'Two years'],
    ['takes markup in a text as text', '&lt;img src=x onerror=1&gt;', '<img src=x onerror=1>'],
    ['is empty for an empty body', '<div><br></div>', ''],
  ];
  test.each(cases)('%s', (_title, html, expected) => expect(text(html)).toBe(expected));

  test('ends where a page would hold us up', () => {
    expect(text(`${'<div>'.repeat(3_000)}deep`)).toBe('');
    expect(text(`<p>${'x'.repeat(300_000)}</p><p>y</p>`)).not.toContain('y');
  });
});
