/** A mail's body as a tree of elements and text, so that neither page nor server ever parses HTML. */
export type Rich = string | { tag: string; attrs?: Record<string, string>; children: Rich[] };

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export const htmlOf = (rich: Rich): string => {
  if (typeof rich === 'string') return escaped(rich);
  const attrs = Object.entries(rich.attrs ?? {})
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (rich.tag === 'br' || rich.tag === 'hr') return `<${rich.tag}${attrs}>`;
  return `<${rich.tag}${attrs}>${rich.children.map(htmlOf).join('')}</${rich.tag}>`;
};

/** The text/plain part: what a mail program makes of the same tree. */
export const textOf = (rich: Rich): string => {
  if (typeof rich === 'string') return rich;
  const inner = rich.children.map(textOf).join('');
  if (rich.tag === 'br') return '\n';
  if (rich.tag === 'hr') return '________________________________\n';
  if (rich.tag === 'li') return `* ${inner}\n`;
  if (rich.tag === 'blockquote') {
    return `${inner
      .trimEnd()
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')}\n`;
  }
  if (rich.tag === 'a') return `${inner} <${rich.attrs?.href ?? ''}>`;
  return rich.tag === 'div' && !inner.endsWith('\n') ? `${inner}\n` : inner;
};
