import type { Block } from "./markdown-blocks.ts";
import { addRow, keepAside, type Point, placeOf, type Reading, remark } from "./markdown-reading.ts";
import { isLinkOnly } from "./markdown-shape.ts";
import { asides, guesses, type Reason } from "./reasons.ts";
import { type Lead, readField, readLabel, readLead } from "./words.ts";

/** What the reader knows of the list that a point belongs to. */
export interface ListFacts {
  points: number;
  /** Points of it that have points below them. */
  withPoints: number;
  links: number;
  /** The line before it says that objectives follow. */
  introduced: boolean;
}

type Read = { row: number } | { aside: Reason } | { remarkOn: number };

/** Reads a point of a list: an objective, a key result, an initiative, a remark on the one above, or kept aside. */
export function readPoint(reading: Reading, block: Block, list: ListFacts) {
  reading.points = reading.points.filter(({ level }) => level < block.level);
  const above = reading.points.at(-1) ?? null;
  const read = decide(reading, block, list, above);
  const point: Point = { level: block.level, row: null, aside: null };
  if ("row" in read) point.row = read.row;
  if ("remarkOn" in read) {
    remark(reading, read.remarkOn, block);
    point.row = read.remarkOn;
  }
  if ("aside" in read) point.aside = block.struck ? asides.underStruckThrough : read.aside;
  reading.points.push(point);
}

function decide(reading: Reading, block: Block, list: ListFacts, above: Point | null): Read {
  const place = placeOf(reading);
  const reason = place.aside ?? (isContents(block) ? asides.contents : (above?.aside ?? null));
  if (reason) return keep(reading, block, reason);
  const label = readLabel(block.text);
  if (label?.as === "vision" || label?.as === "mission") return keep(reading, block, asides.strategy);
  const about = above?.row ?? place.below;
  if (about !== null && readField(block.text)) return { remarkOn: about };
  const lead = readLead(block.text);
  if (lead) return readLeadPoint(reading, block, lead, above);
  if (above?.row != null) return label ? { remarkOn: above.row } : readInner(reading, block, above.row);
  return place.objective === null ? readLoose(reading, block, list) : readBelowObjective(reading, block);
}

function readLeadPoint(reading: Reading, block: Block, lead: Lead, above: Point | null): Read {
  const place = placeOf(reading);
  const row = above?.row ?? null;
  const objective = objectiveOf(reading, row) ?? place.objective;
  if (lead.role === "objective") return add(reading, block, "objective", lead.title || block.text, objective);
  if (objective === null) return keep(reading, block, asides.noKeyResultAlone);
  const parent = lead.role === "initiative" ? (row ?? place.below ?? objective) : objective;
  return add(reading, block, lead.role, lead.title || block.text, parent);
}

/** A point below a point. Under an objective that a list carries, points with points below them are objectives too. */
function readInner(reading: Reading, block: Block, above: number): Read {
  const parent = reading.draft.rows[above];
  if (parent?.kind === "objective") {
    const nests = block.below > 0 && !reading.shape.written;
    const because = reading.shape.declared ? undefined : nests ? guesses.pointAsObjective : guesses.pointAsKeyResult;
    return add(reading, block, nests ? "objective" : "key-result", block.text, above, because);
  }
  const isStep = block.checked !== null || /^\[?P\d\b/iu.test(block.text);
  if (!isStep || parent?.kind !== "key-result") return { remarkOn: above };
  return add(reading, block, "initiative", block.text, above, guesses.stepAsInitiative);
}

/** A first point below the heading or line of an objective. */
function readBelowObjective(reading: Reading, block: Block): Read {
  const { objective, objectiveBlock, nearest, label } = placeOf(reading);
  const { shape } = reading;
  const parent = objective as number;
  const nearestKind = nearest?.row == null ? null : reading.draft.rows[nearest.row]?.kind;
  if (nearestKind === "initiative") return { remarkOn: nearest?.row as number };
  if (nearestKind === "key-result") {
    return add(reading, block, "initiative", block.text, nearest?.row as number, guesses.stepAsInitiative);
  }
  if (label?.as === "initiatives")
    return add(reading, block, "initiative", block.text, lastKeyResult(reading) ?? parent);
  if (label?.as === "context" || isLinkOnly(block)) return { remarkOn: parent };
  const beforeLabel = !label && objectiveBlock !== null && shape.labelled.has(objectiveBlock);
  if (beforeLabel) return { remarkOn: parent };
  const because = shape.written || shape.declared || label ? undefined : guesses.pointAsKeyResult;
  return add(reading, block, "key-result", block.text, parent, because);
}

/** A first point below no objective: it may be one itself, if the lists of this document carry them. */
function readLoose(reading: Reading, block: Block, list: ListFacts): Read {
  const { shape } = reading;
  if (isLinkOnly(block)) return keep(reading, block, asides.linkElsewhere);
  const underTeam = placeOf(reading).inTeam && shape.carriedBy === "lists";
  const alone = shape.declared && shape.carriedBy === "lists" && list.points - list.links > 1 && list.links === 0;
  const carries = list.withPoints > 0 || list.introduced || underTeam || alone;
  if (shape.written || !carries) return keep(reading, block, asides.underNoObjective);
  if (block.below === 0) return add(reading, block, "objective", block.text, null, guesses.loneAsObjective);
  return add(reading, block, "objective", block.text, null, shape.declared ? undefined : guesses.pointAsObjective);
}

function add(
  reading: Reading,
  block: Block,
  kind: "objective" | "key-result" | "initiative",
  title: string,
  parent: number | null,
  because?: Reason,
): Read {
  const row = addRow(reading, block, { kind, title, parent, because });
  return row === null ? { aside: asides.underKeptAside } : { row };
}

function keep(reading: Reading, block: Block, reason: Reason): Read {
  keepAside(reading, block, reason);
  return { aside: reason === asides.contents || reason === asides.linkElsewhere ? asides.underKeptAside : reason };
}

function isContents({ text, links }: Block): boolean {
  return (
    links.length > 0 &&
    links.every(({ url }) => url.startsWith("#")) &&
    links.some((link) => text.startsWith(link.text))
  );
}

/** The row itself or the objective it belongs to. */
function objectiveOf({ draft }: Reading, at: number | null): number | null {
  for (let row = at; row !== null; row = draft.rows[row]?.parent ?? null) {
    if (draft.rows[row]?.kind === "objective") return row;
  }
  return null;
}

function lastKeyResult(reading: Reading): number | null {
  const { below, objective } = placeOf(reading);
  if (below !== null) return below;
  const at = reading.draft.rows.findLastIndex(({ parent, kind }) => parent === objective && kind === "key-result");
  return at < 0 || reading.draft.rows.filter(({ parent }) => parent === objective).length > 1 ? null : at;
}
