/**
 * Markup, numbering, priorities, owners and addresses around a sentence. They are replaced by as many spaces, so that
 * every place in what is left is the place in the text a person typed.
 */
export function withoutMarks(text: string): string {
  let rest = text;
  for (const [pattern, kept] of anywhere) {
    rest = rest.replace(pattern, (found, ...groups) => {
      const keeps = kept ? String(groups[0] ?? "") : "";
      const before = kept ? found.indexOf(keeps) : 0;
      return " ".repeat(before) + keeps + " ".repeat(found.length - before - keeps.length);
    });
  }
  for (let again = 0; again < 8; again++) {
    const found = leading.exec(rest);
    if (!found || found[0].trim() === "") break;
    rest = " ".repeat(found[0].length) + rest.slice(found[0].length);
  }
  return rest;
}

/** `true` keeps the first group. Each is linear: no part can match the same signs in two ways. */
const anywhere: [RegExp, boolean][] = [
  [/<!--[^>]{0,200}-->|<\/?[a-z][^<>]{0,200}>/giu, false],
  [/!\[[^\][]{0,200}\]\([^()\s]{0,500}[^()]{0,200}\)/gu, false],
  [/\[([^\][]{1,300})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/gu, true],
  [/\(?https?:\/\/[^\s)]{1,500}\)?/giu, false],
  [/\(?#\d{1,7}\)?/gu, false],
  [/\((?:i\.?e\.?|e\.?g\.?|excluding|including|incl\.?|excl\.?|such as|for example|see|not)\s[^()]{0,200}\)/giu, false],
  [/(?:[-–—]\s{0,3})?(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]{1,60}:?/gu, false],
  [/\[[\p{Lu}\d?&/ -]{1,20}\]/gu, false],
  [/\((?:wip|tbd|tbc|draft|tentative|done|owner|lead)[^()]{0,80}\)/giu, false],
  [/(?<![\p{L}\p{N}])[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?![\p{L}\p{N}])/gu, false],
];

const leading = new RegExp(
  [
    String.raw`[-*+•·–—>|#✓✔☐☑□■]{1,6}(?=\s|\[|\*|$)`,
    String.raw`#{0,3}\s?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?(?=\s{1,3}\p{Lu})(?!\s{1,3}\p{Lu}{2,})`,
    String.raw`\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=\s)`,
    String.raw`#\d{1,3}(?=\s)`,
    String.raw`\[[ xX~✓?\-]?\]`,
    String.raw`[[(]?\bp[0-9?]\b[\])]?\s{0,3}[-:–|]?`,
    String.raw`\(\d[.,]\d{1,2}\)`,
    String.raw`\[[\p{L}\p{N}._-]{2,30}\]`,
    String.raw`(?:(?:key result|schlüsselergebnis|resultado clave|résultat clé|resultado-chave|objective|goal|okr|kr|o)[\s-]{0,2}#?\d{1,2}(?:\.\d{1,2}){0,2}|key result|kr)(?:-kr\d{1,2})?\s{0,2}[:.)|–—-]{0,2}(?=\s|$)`,
    "[|~:]{1,3}",
  ]
    .map((each) => `(?:${each})`)
    .join("|")
    .replace(/^/, String.raw`^\s*(?:`)
    .concat(")\\s*"),
  "iu",
);
