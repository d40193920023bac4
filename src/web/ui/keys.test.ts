import { expect, test } from "vitest";
import { nameOf } from "./keys.ts";

const none = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };

test.each([
  ["a letter, however large", { ...none, key: "C", shiftKey: true }, "c"],
  ["a sign that needs ⇧", { ...none, key: "?", shiftKey: true }, "?"],
  ["⌘ on one machine", { ...none, key: "k", metaKey: true }, "mod+k"],
  ["Ctrl on another", { ...none, key: "k", ctrlKey: true }, "mod+k"],
  ["an arrow with ⌥", { ...none, key: "ArrowUp", altKey: true }, "alt+arrowup"],
  ["an arrow with ⇧", { ...none, key: "ArrowRight", shiftKey: true }, "shift+arrowright"],
])("%s", (_, event, name) => {
  expect(nameOf(event)).toBe(name);
});
