/** What a column of a CSV file or of a table may hold. */
export const COLUMN_FIELDS = [
  "objective",
  "key-result",
  "initiative",
  "title",
  "type",
  "level",
  "parent",
  "owner",
  "team",
  "cycle",
  "start",
  "target",
  "start-and-target",
  "current",
  "unit",
  "weight",
  "due",
  "priority",
  "why",
  "status",
  "score",
  "midway",
  "note",
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Names of columns in English, German, Spanish, French and Portuguese, as `columnKey` spells them. */
const ALIASES: Record<ColumnField, string> = {
  objective:
    "objective, objectives, objective title, objective name, company objective, team objective, o, ziel, ziele, zielsetzung, objetivo, objetivos, objectif, objectifs",
  "key-result":
    "key result, key results, kr, krs, key result title, key result name, schlusselergebnis, schlusselergebnisse, ergebnis, resultado clave, resultados clave, resultat cle, resultats cles, resultado chave, resultados chave",
  initiative: "initiative, initiatives, massnahme, massnahmen, iniciativa, iniciativas, project, action",
  title: "title, name, titel, bezeichnung, titulo, nombre, titre, nom, nome, item, okr, goal, goals",
  type: "type, kind, typ, art, tipo, item type, okr type, goal type",
  level: "level, indent, depth, ebene, nivel, niveau",
  parent:
    "parent, parent objective, aligned to, aligns to, supports, ubergeordnet, ubergeordnetes ziel, padre, objetivo padre, objectif parent, pai, objetivo pai",
  owner:
    "owner, owners, owner email, owner e mail, owner name, responsible, assignee, accountable, dri, lead, verantwortlich, verantwortliche, verantwortlicher, besitzer, responsable, propietario, dueno, proprietaire, porteur, responsavel, dono",
  team: "team, teams, squad, department, group, abteilung, bereich, equipo, departamento, equipe, service, time, area",
  cycle:
    "cycle, period, time period, quarter, timeframe, session, zyklus, quartal, zeitraum, ciclo, periodo, trimestre, cycle name, periode",
  start:
    "start, baseline, start value, starting value, initial, initial value, from, startwert, ausgangswert, basiswert, inicio, valor inicial, linea base, depart, valeur initiale, valor de partida, base",
  target:
    "target, goal value, target value, to, end value, zielwert, zielgrosse, soll, meta, valor objetivo, valor meta, cible, valeur cible, alvo, valor alvo",
  "start-and-target":
    "baseline goal, baseline target, start target, from to, start goal, start ziel, inicio meta, depart cible",
  current:
    "current, current value, actual, actual value, latest, now, ist, istwert, aktuell, aktueller wert, actuel, valeur actuelle, valor actual, actual valor, atual, valor atual",
  unit: "unit, units, unit of measure, metric unit, einheit, unidad, unite, unidade",
  weight: "weight, weighting, weight percent, gewicht, gewichtung, peso, ponderacion, poids, ponderation, ponderacao",
  due: "due, due date, deadline, end date, target date, faellig, fallig, fallig am, frist, enddatum, fecha limite, vencimiento, fecha fin, echeance, date de fin, date limite, prazo, data limite, data fim",
  priority: "priority, prio, p, prioritat, prioridad, priorite, prioridade",
  why: "why, description, context, rationale, beschreibung, warum, begrundung, descripcion, por que, contexto, pourquoi, descricao",
  status:
    "status, state, health, rag, confidence, progress, progress percent, ampel, stand, fortschritt, estado, progreso, avance, statut, etat, avancement, semaforo, situacao, progresso",
  score:
    "score, final score, grade, result, end q, end, end of quarter, final, punktzahl, puntuacion, note finale, pontuacao",
  midway: "mid, mid q, mid q actual, mid q projection, mid cycle, midpoint, mid quarter, mid projection, mid actual",
  note: "note, notes, comment, comments, remark, remarks, link, issue, issue link, url, notiz, bemerkung, kommentar, comentario, comentarios, nota, commentaire, remarque, observacao",
};

const BY_ALIAS = new Map<string, ColumnField>(
  COLUMN_FIELDS.flatMap((field) => ALIASES[field].split(", ").map((alias) => [alias, field] as const)),
);

/** Column names compared without case, accents, ß, signs and bracketed remarks: "Due-Date (UTC)" is "due date". */
export function columnKey(header: string): string {
  return header
    .slice(0, 200)
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, " ")
    .replace(/ß/gu, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/%/gu, " percent ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What a column holds by its name; names the organisation matched by hand before come first. */
export function fieldOfHeader(
  header: string,
  remembered: Readonly<Record<string, ColumnField>> = {},
): ColumnField | null {
  const key = columnKey(header);
  return remembered[key] ?? BY_ALIAS.get(key) ?? BY_ALIAS.get(key.replace(/\s?\d+$/u, "")) ?? null;
}

export interface ColumnMatch {
  header: string;
  /** null: no field fits; its cells are kept as notes. */
  field: ColumnField | null;
  /** Whether it came from a name the organisation matched before, a known name, or is still to be said. */
  from: "remembered" | "known" | "unknown";
  /** First cell that is not empty. */
  example: string;
  /** Rows whose cell is not empty. */
  filled: number;
}

/** Matches the header of a file; the first column of a name wins, a second one is kept as a note. */
export function matchColumns(
  headers: string[],
  rows: string[][],
  remembered: Readonly<Record<string, ColumnField>> = {},
): ColumnMatch[] {
  const taken = new Set<ColumnField>();
  const many: ColumnField[] = ["note", "status", "midway", "why"];
  return headers.map((header, at) => {
    const found = fieldOfHeader(header, remembered);
    const field = found !== null && (many.includes(found) || !taken.has(found)) ? found : null;
    if (field) taken.add(field);
    const from = field === null ? "unknown" : remembered[columnKey(header)] ? "remembered" : "known";
    const cells = rows.map((row) => row[at]?.trim() ?? "").filter((cell) => cell !== "");
    return { header, field, from, example: cells[0] ?? "", filled: cells.length };
  });
}
