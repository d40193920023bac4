import { expect, test } from "vitest";
import { weakness } from "./password.ts";

const known = ["Ines Marques", "ines.marques@osier.example"];

test.each([
  ["a winding road to Porto", null],
  ["ünï cödé is wélcome here", null],
  ["123456 trees on a hill", null],
  ["fourteen chars", "at least 15 characters, a short sentence for instance"],
  ["", "at least 15 characters, a short sentence for instance"],
  ["x".repeat(129), "at most 128 characters"],
  ["aaaaaaaaaaaaaaaa", "more than a few characters repeated"],
  ["abababababababab", "more than a few characters repeated"],
  ["passwordpassword", "something that is not among the first guesses"],
  ["Password-Password!", "something that is not among the first guesses"],
  ["1234567890123456", "something that is not among the first guesses"],
  ["abcdefghijklmnopq", "something that is not among the first guesses"],
  ["Ines.Marques@osier.example", "something other than your own name or e-mail address"],
])("%j: %s", (password, expected) => expect(weakness(password, known)).toBe(expected));
