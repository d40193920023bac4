import type { Block } from "./markdown-blocks.ts";
import { measureInWords } from "./numbers-in-text.ts";
import { findCycle, type NamedCycle } from "./periods.ts";
import { besidesOkrs, type Label, type Lead, namesTeam, opensGuide, readLabel, readLead, saysOkrs } from "./words.ts";

/** What a heading (or a bold line above a list) is for the lines below it. */
export type HeadingRole =
  | { as: "lead"; lead: Lead }
  | { as: "label"; label: Label }
  | { as: "title"; team: string | null; cycle: NamedCycle | null }
  | { as: "team"; team: string }
  | { as: "guide" }
  | { as: "objective" }
  | { as: "prose" };

/** How a document carries its OKRs, decided once from the whole of it. */
export interface Shape {
  roles: Map<Block, HeadingRole>;
  /** Its objectives say so: "Objective 1: …". Then nothing else is taken for one. */
  written: boolean;
  /** It says "OKRs" somewhere, so its headings and points are no guess. */
  declared: boolean;
  carriedBy: "headings" | "lists";
  /** Objectives below which a label "Key results" stands: what comes before the label is their why. */
  labelled: Set<Block>;
}

export function shapeOf(blocks: Block[]): Shape {
  const headings = headingsOf(blocks);
  const roles = new Map<Block, HeadingRole | null>(headings.map((heading) => [heading, roleByWords(heading)]));
  const sections = sectionsOf(blocks, headings, roles);
  const inGuide = new Set(sections.filter(({ guided }) => guided).flatMap(({ items, lines }) => [...items, ...lines]));
  const written = blocks.some(
    (block) =>
      !inGuide.has(block) && (block.as !== "heading" || roles.get(block)?.as !== "guide") && isObjectiveLead(block),
  );
  const declared = headings.some((heading) => roles.get(heading)?.as === "title" && saysOkrs(heading.text));
  const open = sections.filter(({ heading, guided, labelled }) => !guided && !labelled && roles.get(heading) === null);
  const carriedBy = listsCarry(open, blocks) ? "lists" : "headings";
  const someItems = open.some(({ items }) => items.length > 0);
  const decided = new Map<Block, HeadingRole>();
  for (const section of sections) {
    const known = roles.get(section.heading) ?? null;
    decided.set(section.heading, known ?? roleByPlace(section, { written, carriedBy, someItems }));
  }
  return { roles: decided, written, declared, carriedBy, labelled: labelledObjectives(blocks, decided) };
}

interface Section {
  heading: Block;
  /** Points at the first level up to the next heading, links to other documents left out. */
  items: Block[];
  /** All blocks up to the next heading. */
  lines: Block[];
  isFirst: boolean;
  hasHeadingsBelow: boolean;
  hasItemsBelow: boolean;
  /** An objective that says so stands somewhere below. */
  hasLeadsBelow: boolean;
  guided: boolean;
  /** Below "Key results", "Initiatives", "Not included" or an objective that says so. */
  labelled: boolean;
}

/** A bold line is a heading above a list, a table or when its words say what it is. */
function headingsOf(blocks: Block[]): Block[] {
  return blocks.filter((block, at) => {
    if (block.level >= 0 && block.as !== "heading") return false;
    if (block.as !== "bold") return block.as === "heading";
    if (at === 0 && saysOkrs(block.text)) block.depth = 1;
    const next = blocks[at + 1]?.as;
    return (
      next === "item" ||
      next === "row" ||
      saysOkrs(block.text) ||
      readLabel(block.text) !== null ||
      isObjectiveLead(block)
    );
  });
}

function roleByWords(heading: Block): HeadingRole | null {
  const { text } = heading;
  if (opensGuide(text)) return { as: "guide" };
  const label = readLabel(text);
  if (label) return { as: "label", label };
  const lead = readLead(text);
  if (lead) return { as: "lead", lead };
  const cycle = findCycle(text);
  const rest = besidesOkrs(text, cycle?.written ?? "");
  if (!saysOkrs(text) && !(cycle && rest === "")) return null;
  const isName = rest !== "" && rest.split(" ").length <= 6;
  return { as: "title", team: isName ? rest : null, cycle };
}

function sectionsOf(blocks: Block[], headings: Block[], roles: Map<Block, HeadingRole | null>): Section[] {
  const places = new Map(blocks.map((block, at) => [block, at]));
  const sections: Section[] = [];
  const open: Section[] = [];
  headings.forEach((heading, at) => {
    const end = places.get(headings[at + 1] as Block) ?? blocks.length;
    const lines = blocks.slice((places.get(heading) ?? 0) + 1, end);
    const items = lines.filter((block) => block.as === "item" && block.level === 0 && !isLinkOnly(block));
    while ((open.at(-1)?.heading.depth ?? 0) >= heading.depth) open.pop();
    const above = open.at(-1);
    const role = above ? roles.get(above.heading) : undefined;
    const section: Section = {
      heading,
      items,
      lines,
      isFirst: at === 0,
      hasHeadingsBelow: false,
      hasItemsBelow: false,
      hasLeadsBelow: false,
      guided: (above?.guided ?? false) || roles.get(heading)?.as === "guide",
      labelled: (above?.labelled ?? false) || role?.as === "label" || role?.as === "lead",
    };
    const leads = isObjectiveLead(heading) || lines.some(isObjectiveLead);
    for (const one of [...open, section]) {
      one.hasItemsBelow ||= items.length > 0;
      one.hasHeadingsBelow ||= one !== section;
      one.hasLeadsBelow ||= leads;
    }
    open.push(section);
    sections.push(section);
  });
  return sections;
}

/**
 * Lists carry the objectives when about half of their first points have points below them, and their figures are
 * further in; otherwise each heading does and its points are key results.
 */
function listsCarry(open: Section[], blocks: Block[]): boolean {
  const first = open.flatMap(({ items }) => items);
  if (first.length === 0) return true;
  const withPoints = first.filter(({ below }) => below > 0).length;
  if (withPoints / first.length < 0.4) return false;
  const inner = blocks.filter((block) => block.as === "item" && block.level > 0);
  return shareWithFigures(first) <= shareWithFigures(inner);
}

function shareWithFigures(items: Block[]): number {
  return items.filter(({ text }) => measureInWords(text) !== null).length / Math.max(1, items.length);
}

function roleByPlace(
  section: Section,
  { written, carriedBy, someItems }: { written: boolean; carriedBy: "headings" | "lists"; someItems: boolean },
): HeadingRole {
  const { heading, items } = section;
  const team = { as: "team", team: heading.text.replace(/[\s:]+$/u, "") } as const;
  if (section.isFirst && heading.depth === 1 && items.length === 0 && section.hasHeadingsBelow) {
    return { as: "title", team: null, cycle: findCycle(heading.text) };
  }
  if (section.labelled) return { as: "prose" };
  if (written) return section.hasLeadsBelow ? team : { as: "prose" };
  if (carriedBy === "lists") return section.hasItemsBelow ? team : { as: "prose" };
  const namesOne = namesTeam(heading.text) || heading.text.endsWith(":");
  if (items.length === 0 && section.hasHeadingsBelow && namesOne) return team;
  return someItems ? { as: "objective" } : { as: "prose" };
}

function labelledObjectives(blocks: Block[], roles: Map<Block, HeadingRole>): Set<Block> {
  const labelled = new Set<Block>();
  let objective: Block | null = null;
  for (const block of blocks) {
    const role = roles.get(block);
    if (role?.as === "objective" || isObjectiveLead(block)) objective = block;
    const label = role ? (role.as === "label" ? role.label : null) : block.as === "line" ? readLabel(block.text) : null;
    if (objective && label?.as === "key-results") labelled.add(objective);
  }
  return labelled;
}

export function isObjectiveLead(block: Block): boolean {
  return ["heading", "bold", "line", "item"].includes(block.as) && readLead(block.text)?.role === "objective";
}

/** Nothing but a link to another page, perhaps with a remark: "[2027 plan](…) (final)". */
export function isLinkOnly({ text, links }: Block): boolean {
  const [link] = links;
  if (!link || links.length > 1 || link.text === "") return false;
  const rest = text
    .replace(link.text, "")
    .replace(/\([^()]*\)/g, "")
    .replace(/^\s*(WIP|TBD|draft)\s*:/iu, "");
  return !/[\p{L}\p{N}]/u.test(rest);
}
