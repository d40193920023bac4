/** The form in which a verb stands, as far as its ending tells. */
export const FORMS = { base: 1, third: 2, past: 4, ing: 8 } as const;

/**
 * The forms of an English verb: "write:wrote:written" names its past forms, all others are regular; "reach_out" is a
 * verb with a particle that changes its sense. Shapes: form →
 * bits of FORMS. A form that is both ("set") carries both bits.
 */
export function englishForms(entry: string): Map<string, number> {
  const [verb = "", particle] = entry.split("_");
  if (particle) return new Map([...englishForms(verb)].map(([form, bit]) => [`${form}_${particle}`, bit]));
  const [base = "", past, participle] = entry.split(":");
  const forms = new Map<string, number>();
  if (base.endsWith("ize")) for (const [form, bit] of englishForms(`${base.slice(0, -3)}ise`)) forms.set(form, bit);
  const add = (form: string, bit: number) => forms.set(form, (forms.get(form) ?? 0) | bit);
  add(base, FORMS.base);
  add(thirdOf(base), FORMS.third);
  add(ingOf(base), FORMS.ing);
  for (const form of past ? [past, participle ?? past] : [pastOf(base)]) add(form, FORMS.past);
  return forms;
}

/** The form of a verb that was found by its stem, by the endings of its language. */
export function formByEnding(word: string, language: "de" | "es" | "fr" | "pt"): number {
  const { past, base } = endings[language];
  if (past.test(word)) return FORMS.past;
  return base.test(word) ? FORMS.base : FORMS.third;
}

const endings = {
  de: { past: /^(?:ge|.{2,6}ge|be|ver|ent|er|zer).*(?:t|en)$|iert$/u, base: /(?:en|eln|ern)$/u },
  es: { past: /[aeií](?:do|da|dos|das)$|(?:puesto|hecho|escrito|abierto)s?$/u, base: /(?:ar|er|ir)$/u },
  fr: { past: /(?:é|ée|és|ées|uit|uite|uits|uites)$|(?:mis|remis|ouvert|écrit)e?s?$/u, base: /(?:er|ir|re|oir)$/u },
  pt: { past: /[aií](?:do|da|dos|das)$|(?:feito|escrito|aberto|entregue)s?$/u, base: /(?:ar|er|ir|or)$/u },
};

const thirdOf = (base: string) =>
  /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;

const pastOf = (base: string) =>
  base.endsWith("e") ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;

const ingOf = (base: string) =>
  /[^eoy]e$/.test(base) ? `${base.replace(/ie$/, "y").replace(/e$/, "")}ing` : `${doubled(base)}ing`;

/** ship → shipp(ed), but open → open(ed): one syllable, or one of the few that are stressed on the last. */
const doubled = (base: string) =>
  /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ||
  /(?:mit|fer|trol|pel|set|put|cut|program|quip|mit|gram|span)$/.test(base)
    ? base + base.slice(-1)
    : base;

/** Of "retweet" its many, of "retweets" its one: the spellings that may be. */
export function numbersOf(word: string): string[] {
  if (!word.endsWith("s")) return [thirdOf(word)];
  const cut = (ending: string, instead: string) =>
    word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : [];
  return [...cut("ies", "y"), ...cut("es", ""), ...cut("s", "")];
}
