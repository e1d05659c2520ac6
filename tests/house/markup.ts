import { lineOf, type Node, nodesOf, parse, type Source } from './sources.ts';

const sinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'setHTMLUnsafe',
  'createContextualFragment',
  'parseHTMLUnsafe',
]);
const spokenAttributes = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
]);

/** Places that turn text into markup. Reading is no sink, but nothing here needs it either. */
export function htmlSinks(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    [...nodesOf(parse(source))].flatMap((node) => {
      const name = nameOf(node.property) ?? (node.type === 'JSXAttribute' ? nameOf(node.name) : null);
      const written = node.type === 'Property' ? nameOf(node.key) : null;
      const isWrite = nameOf(node.object) === 'document' && (name === 'write' || name === 'writeln');
      const sink =
        [name, written].find((one) => one !== null && sinks.has(one)) ??
        (isWrite ? `document.${name}` : null);
      return sink
        ? [`${source.path}:${lineOf(source, node.start)} uses ${sink}: make elements and text nodes instead`]
        : [];
    }),
  );
}

/** Words in markup that no translation can reach. */
export function bareWords(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    [...nodesOf(parse(source))].flatMap((node) => {
      const text = spokenText(node);
      return text && /\p{L}{2}/u.test(text) && !isAddress(text)
        ? [`${source.path}:${lineOf(source, node.start)} says "${text.trim()}": take it from shared/i18n`]
        : [];
    }),
  );
}

/** Code that runs text. */
export function runsText(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    [...nodesOf(parse(source))].flatMap((node) => {
      const called = nameOf(node.callee);
      const isEval =
        (node.type === 'CallExpression' && called === 'eval') ||
        (node.type === 'NewExpression' && called === 'Function');
      return isEval
        ? [`${source.path}:${lineOf(source, node.start)} runs text as code: write the code out`]
        : [];
    }),
  );
}

/** An address as an example reads alike in every language. */
const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text.trim());

function spokenText(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'JSXAttribute' && spokenAttributes.has(nameOf(node.name) ?? ''))
    return literalOf(node.value);
  if (node.type === 'JSXExpressionContainer') return literalOf(node.expression);
  return null;
}

function literalOf(value: unknown): string | null {
  const node = value as Node | null;
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function nameOf(value: unknown): string | null {
  const node = value as Node | null;
  if (node?.type === 'Identifier' || node?.type === 'JSXIdentifier') return String(node.name);
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return null;
}
