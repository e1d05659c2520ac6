/** What a stage's colour stands on: the light and the dark page (extension/ui/tokens.css). */
const grounds = ['#fcfcfd', '#111113'];
/** WCAG 1.4.11: a sign that means something needs this much against what is beside it. */
const least = 3;

/** Offered for stages; each is seen on both grounds (Radix step 9 and its like). */
export const stageColours = [
  '#3e63dd',
  '#6e56cf',
  '#ab4aba',
  '#e54d2e',
  '#ad7f58',
  '#29a383',
  '#80838d',
] as const;

const channelsOf = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r, g, b] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((left, right) => left - right) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

export const isSeen = (colour: string): boolean =>
  grounds.every((ground) => contrast(colour, ground) >= least);

/** The colour itself, or the nearest of its hue that is seen on both grounds: mixed with black or white. */
export function seenColour(colour: string): string {
  if (isSeen(colour)) return colour;
  const to = contrast(colour, '#fcfcfd') < least ? 0 : 255;
  for (let part = 1; part <= 100; part++) {
    const mixed = channelsOf(colour).map((channel) => Math.round(channel + ((to - channel) * part) / 100));
    const next = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (isSeen(next)) return next;
  }
  return stageColours[6];
}
