import { describeSettings } from "../../src/settings.ts";
import { page, table } from "./markdown.ts";

const intro =
  "The environment comes first, then `throughline.conf` in the data folder (lines like `PORT=7410`), then the default. A wrong one stops the start with a sentence.";

/** Every setting of the server. */
export function settingsReference(): string {
  const rows = describeSettings().map(({ env, fallback, unit, why, expected }) => [
    `\`${env}\``,
    fallback ? `\`${fallback}\`` : "",
    unit,
    `${why} Expected: ${expected}.`,
  ]);
  return page("Settings", "`src/settings.ts`", intro, table(["setting", "default", "unit", "what it decides"], rows));
}
