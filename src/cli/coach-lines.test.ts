import { describe, expect, test } from "vitest";
import { keyResultsIn } from "./coach-lines.ts";

describe("the key results of a file", () => {
  test.each<[string, string, string[]]>([
    ["every line of plain words", "Ship the app\n\nChurn from 5 to 3 %\n", ["Ship the app", "Churn from 5 to 3 %"]],
    [
      "the points of an outline",
      "# Q1\n\nWords about it.\n\n## Win the first week\n\n- Ship the app\n* [ ] Churn from 5 to 3 %\n  1. Hire Ana\n",
      ["Ship the app", "[ ] Churn from 5 to 3 %", "Hire Ana"],
    ],
    [
      "the lines that call themselves key results",
      "- Objective: Calm mornings\n- KR 1: Calls before nine from 40 to 10\n- Initiative: a new form\n**KR2:** Answers in a day\n",
      ["KR 1: Calls before nine from 40 to 10", "**KR2:** Answers in a day"],
    ],
    ["nothing of quoted code", "- One\n```\n- Two\n```\n- Three", ["One", "Three"]],
    ["none in nothing", "\n \n# Only a heading\n", []],
    ["other scripts", "تقليل زمن الانتظار من 10 إلى 5 دقائق\r\n🎉", ["تقليل زمن الانتظار من 10 إلى 5 دقائق", "🎉"]],
  ])("are %s", (_what, content, texts) => {
    expect(keyResultsIn(content)).toEqual(texts);
  });
});
