/** What a browser says of itself, as a person calls it: the first name that fits wins, for many claim to be several. */
const programs: readonly [string, RegExp][] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS|Chromium)\//],
  ["Safari", /\bSafari\//],
  ["curl", /^curl\//],
];
const systems: readonly [string, RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMac(intosh| OS X)\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/** Browser and device of a User-Agent header; null where neither is known. */
export function deviceOf(userAgent: string): { program: string | null; system: string | null } | null {
  const named = (list: readonly [string, RegExp][]) => list.find(([, shape]) => shape.test(userAgent))?.[0] ?? null;
  const device = { program: named(programs), system: named(systems) };
  return device.program || device.system ? device : null;
}
