/** What the server's list of devices calls this browser. */
export function deviceName(agent: string = navigator.userAgent): string {
  const named = (names: [RegExp, string][]): string | undefined =>
    names.find(([sign]) => sign.test(agent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(' · ');
}

/** The first that fits: most of them name others too. */
const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/./, 'Chrome'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];
