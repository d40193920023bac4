import { expect, it } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { type Gap, whyOpposing } from "./opposing-words.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const subjects = [{ title: "Raise support calls of new companies" }] as Gap["subjects"];

it.each<[Gap["values"], string]>([
  [{ why: "same-metric", metric: "https://metrics.test/calls" }, "Both read https://metrics.test/calls."],
  [
    { why: "near-wording", likeness: 75, words: "call company support" },
    "75% of what they are about is the same: calls, companies and support.",
  ],
  [{ why: "near-wording", likeness: 62, words: "" }, "Their words are 62% alike."],
])("is said as %o", (values, words) => expect(whyOpposing({ values, subjects }, format)).toBe(words));
