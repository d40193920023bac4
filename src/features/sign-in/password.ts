/** What a password must be. NIST SP 800-63B-4, section 3.1.1.2: 15 characters or more, no composition rules, none that is guessed first. */

export const shortestPassword = 15;
export const longestPassword = 128;

/** What is wrong with a new password, as what was expected instead; null when it will do. `known` is what others know of the person. */
export function weakness(password: string, known: readonly string[] = []): string | null {
  if (password.length < shortestPassword)
    return `at least ${shortestPassword} characters, a short sentence for instance`;
  if (password.length > longestPassword) return `at most ${longestPassword} characters`;
  if (new Set(password.toLowerCase()).size < 6) return "more than a few characters repeated";
  const bare = letters(password);
  if (known.some((word) => letters(word).length > 0 && letters(word) === bare))
    return "something other than your own name or e-mail address";
  if (firstGuesses.some((guess) => bare === repeated(guess, bare.length)))
    return "something that is not among the first guesses";
  return null;
}

/** Short guesses that people lengthen by saying them again. */
const firstGuesses = [
  "password",
  "passwort",
  "123456789",
  "1234567890",
  "qwertyuiop",
  "qwerty",
  "abcdefghijklmnopqrstuvwxyz",
  "letmein",
  "throughline",
];

function letters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
