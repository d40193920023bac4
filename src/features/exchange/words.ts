/** The words by which people mark what a line is, in English, German, Spanish, French and Portuguese. */

export type Lead = { role: "objective" | "key-result" | "initiative"; title: string; before: string };
export type Label =
  | { as: "objectives" | "key-results" | "initiatives" | "context" }
  | { as: "set-aside"; written: string }
  | { as: "vision" | "mission"; text: string };
export type Field = { field: "owner" | "team" | "cycle" | "due" | "priority" | "status"; value: string };

const OBJECTIVE = "objective|objetivo|objectif|ziel";
const KEY_RESULT =
  "key results?|kr|schlüsselergebnis|schluesselergebnis|resultado clave|résultat clé|resultado[- ]chave";
const INITIATIVE = "initiative|iniciativa|maßnahme|massnahme|action";
const NUMBER = String.raw`(?:\s?#?\s?\d+(?:[.\-]\d+)*)`;
const SEPARATOR = String.raw`\s*(?:[:.)]|\s[-–—]|[-–—]\s)\s*`;

const OBJECTIVE_LEAD = new RegExp(
  `^((?:(?-i:\\p{Lu})[\\p{L}\\p{N}'’&/-]*\\s){0,3}?)(?:(?:${OBJECTIVE})${NUMBER}?${SEPARATOR}|(?:${OBJECTIVE})${NUMBER}\\s+(?=\\p{L})|O${NUMBER}${SEPARATOR})(.*)$`,
  "isu",
);
const OBJECTIVE_NAME_ONLY = new RegExp(`^(?:${OBJECTIVE})${NUMBER}$|^O\\s?#?\\d+$`, "iu");
const KEY_RESULT_LEAD = new RegExp(
  `^(?:(?:${KEY_RESULT})${NUMBER}?${SEPARATOR}|(?:${KEY_RESULT})${NUMBER}\\s+(?=\\P{P}))(.*)$`,
  "isu",
);
const INITIATIVE_LEAD = new RegExp(`^(?:${INITIATIVE})${NUMBER}?${SEPARATOR}(.+)$`, "isu");

/** Reads "Objective: …", "O1: …", "Payments Objective 2: …", "KR1 …", "Key Result: …", "Initiative: …"; else null. */
export function readLead(text: string): Lead | null {
  const keyResult = KEY_RESULT_LEAD.exec(text);
  if (keyResult && !isLabelOnly(text)) return { role: "key-result", title: clean(keyResult[1]), before: "" };
  const initiative = INITIATIVE_LEAD.exec(text);
  if (initiative) return { role: "initiative", title: clean(initiative[1]), before: "" };
  if (OBJECTIVE_NAME_ONLY.test(text)) return { role: "objective", title: "", before: "" };
  const objective = OBJECTIVE_LEAD.exec(text);
  if (!objective || isLabelOnly(text)) return null;
  return { role: "objective", title: clean(objective[2]), before: clean(objective[1]) };
}

const LABELS: [RegExp, Exclude<Label["as"], "set-aside" | "vision" | "mission">][] = [
  [/^(objectives|objetivos|objectifs|ziele|goals)$/iu, "objectives"],
  [
    /^(key ?results?|krs?|schlüsselergebnisse|resultados clave|résultats clés|resultados[- ]chave|measures? of success|success metrics|metrics)$/iu,
    "key-results",
  ],
  [
    /^((proposed |key )?initiatives|iniciativas|maßnahmen|massnahmen|actions|action items|tasks|projects)$/iu,
    "initiatives",
  ],
  [
    /^(why|why it matters|rational(e)?|context|background|description|summary|notes?|motivation|warum|contexto|contexte)$/iu,
    "context",
  ],
];
const SET_ASIDE =
  /^(alternatives?( considered)?|not included|out of scope|non-?goals|not this (quarter|cycle)|parking lot|backlog|archive|risks?|dependencies|open questions|links|resources|references|further reading|appendix)$/iu;
const STRATEGY =
  /^(?:our |the )?(vision|mission|leitbild|misión|visión|missão|visão)(?: statement)?\s*(?:[:–—-]\s*(.*))?$/isu;

/** Reads lines that only say what stands below them: "Key Results", "Initiatives:", "Not included", "Vision". */
export function readLabel(text: string): Label | null {
  const bare = text.replace(/[\s:.]+$/u, "").trim();
  const label = LABELS.find(([pattern]) => pattern.test(bare));
  if (label) return { as: label[1] };
  if (SET_ASIDE.test(bare)) return { as: "set-aside", written: bare };
  const strategy = STRATEGY.exec(text.trim());
  if (!strategy) return null;
  const as = /^[vV]/u.test(strategy[1] ?? "") ? "vision" : "mission";
  return { as, text: (strategy[2] ?? "").trim() };
}

const FIELDS: [RegExp, Field["field"]][] = [
  [/^(?:owners?|accountable|lead|dri|verantwortlich|responsable|responsável|propietario)\s*[:\s]\s*(\S.*)$/iu, "owner"],
  [/^(?:team|squad|équipe|equipo|equipe)\s*:\s*(\S.*)$/iu, "team"],
  [/^(?:cycle|quarter|period|zyklus|quartal|ciclo|trimestre)\s*:\s*(\S.*)$/iu, "cycle"],
  [/^(?:due|due date|deadline|fällig|échéance|fecha límite|prazo)\s*:\s*(\S.*)$/iu, "due"],
  [/^(?:priority|prio|priorität|prioridad|priorité|prioridade)\s*:\s*(\S.*)$/iu, "priority"],
  [/^(?:status|state|progress|score|confidence|fortschritt)\s*:\s*(\S.*)$/iu, "status"],
];

/** Reads "Owner: @ana", "Due: 2027-03-31", "Progress: 40%": a line about the row above it. */
export function readField(text: string): Field | null {
  for (const [pattern, field] of FIELDS) {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value) return { field, value };
  }
  return null;
}

const OKR_WORDS =
  /\b(okrs?|objectives?\s*(?:&|and|,)\s*key\s*results?|objetivos y resultados clave|objectifs et résultats clés|objetivos e resultados-chave)\b/giu;
const PERIOD_WORDS =
  /\b(calendar year|fiscal year|year|quarter(ly)?|annual|yearly|goals?|plan|cycle|set\s?\d*|draft|final|wip|as of [^)]*|and org chart)\b/giu;

/** Whether a heading names a document or period of OKRs, not one of them: "OKRs 2018 Q3", "Payments team OKRs". */
export function saysOkrs(text: string): boolean {
  return text.search(OKR_WORDS) >= 0;
}

/** What a title says besides OKRs and the period: "Payments team"; "" if nothing. */
export function besidesOkrs(title: string, period: string): string {
  return title
    .replace(period, " ")
    .replace(OKR_WORDS, " ")
    .replace(PERIOD_WORDS, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/^[\s:,.&–—-]+|[\s:,.&–—-]+$/gu, "")
    .replace(/^(at|of|for|by|our|the)\s+/iu, "")
    .replace(/\s{2,}/g, " ")
    .trim();
}

const GUIDE =
  /^(introduction|overview|table of contents|contents|getting started|concepts|definitions|glossary|examples?( okrs?)?|process|faq|license|licence|methodology|roles\s*(&|and)\s*responsibilities|(most )?common mistakes|best practices|templates?|guidelines|tips|about (this|okrs).*|how (to|we|it) .*|what (is|are) .*|notes on .*|why okrs\??)$|\b(methodology|playbook|handbook)$/iu;

/** Whether a heading opens a guide rather than OKRs: "Methodology", "How to write OKRs", "Examples". */
export function opensGuide(text: string): boolean {
  return GUIDE.test(text.replace(/[\s:.!?]+$/u, ""));
}

const TEAM_WORDS =
  /^(company( wide)?|organi[sz]ation|engineering|product|design|marketing|sales|finance|legal|people|hr|talent|hiring|recruiting|research|data|security|support|customer (success|support)|operations|ops|infrastructure|platform|growth|community|developer (community|relations)|devrel|academia|leadership|mobile|web|backend|frontend|vertrieb|entwicklung|finanzen|ventas|ingeniería|producto|équipe produit|vendas|engenharia|produto)$|\b(team|wg|working group|squad|tribe|department|dept\.?|guild|chapter|committee|abteilung|equipo|equipe|équipe)$|^(team|squad|equipo|equipe|équipe)\s/iu;

/** Whether a heading is the name of a team by its own words. */
export function namesTeam(text: string): boolean {
  return TEAM_WORDS.test(text.replace(/[\s:]+$/u, ""));
}

const PLACEHOLDER =
  /^(?:tbd|tba|tbc|todo|n\/?a|xxx+|\?+|\.\.\.|…|-+|_+|<[^>]*>|\[[^\]]*\]|(?:key result|kr|objective|initiative)\s*(?:x|n|\d+|\?)?)[\s.:!]*$|^(?:xxx+|todo|tbd)\s*[:\s]\s*\S/iu;

/** Whether a title stands for one that is still to be written: "TBD", "Key result x", "XXX find a number". */
export function isPlaceholder(title: string): boolean {
  return PLACEHOLDER.test(title.trim());
}

const OUTPUT =
  /^(launch|ship|build|release|deliver|create|write|publish|develop|implement|design|set up|setup|organi[sz]e|complete|finish|deploy|migrate|hold|run|hire|document|draft|prepare|introduce|roll out|einführen|erstellen|lanzar|crear|lancer|créer|lançar|criar)\b/iu;

/** Whether a title starts with a verb of making: work, rather than what the work changes. */
export function startsWithOutput(title: string): boolean {
  return OUTPUT.test(title);
}

function isLabelOnly(text: string): boolean {
  return readLabel(text) !== null;
}

function clean(text = ""): string {
  return text.replace(/^[\s:–—-]+/u, "").trim();
}
