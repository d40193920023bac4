/** The coefficients as they are committed. */
import type { Learned } from "../../src/features/okrs/forecast/spread.ts";

export const coefficientsFile = "src/features/okrs/forecast/coefficients.generated.ts";

export function coefficientsText(learned: readonly Learned[]): string {
  const groups = learned.map((each) => {
    const lines = Object.entries(each).map(([name, values]) => `    ${name}: ${listed(values)},`);
    return ["  {", ...lines, "  },"].join("\n");
  });
  return [
    "// Made by `npm run forecast` from the families of bench/forecast/families.ts; not to be edited.",
    'import type { Learned } from "./spread.ts";',
    "",
    "/** For 3, 4–5 and 6 or more check-ins. */",
    `export const coefficients: readonly Learned[] = [\n${groups.join("\n")}\n];\n`,
  ].join("\n");
}

function listed(values: readonly (number | readonly number[])[]): string {
  return `[${values.map((each) => (typeof each === "number" ? String(each) : listed(each))).join(", ")}]`;
}
