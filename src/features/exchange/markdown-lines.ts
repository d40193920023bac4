import type { Block } from "./markdown-blocks.ts";
import { readLabelLine, readLeadLine } from "./markdown-headings.ts";
import {
  addRow,
  keepAside,
  keepFrame,
  LINE_DEPTH,
  openFrame,
  placeOf,
  type Reading,
  remark,
} from "./markdown-reading.ts";
import { isObjectiveLead } from "./markdown-shape.ts";
import { asides, guesses } from "./reasons.ts";
import { type Field, readField, readLabel, readLead } from "./words.ts";

/** Reads a line of prose: one that says what it is, a label, a word about the row above, or the why of its objective. */
export function readLine(reading: Reading, block: Block, next: Block | undefined) {
  const place = placeOf(reading);
  const point = block.level >= 0 ? (reading.points.at(-1) ?? null) : null;
  const lead = readLead(block.text);
  const leaves = lead?.role === "objective" && block.level < 0;
  const reason = point?.aside ?? (leaves ? null : place.aside);
  if (reason) return keepAside(reading, block, reason);
  const about = point?.row ?? place.below ?? place.objective;
  const field = readField(block.text);
  if (field && about !== null) return readAbout(reading, block, field, about);
  if (block.level < 0) {
    const label = readLabel(block.text);
    if (label) return readLabelLine(reading, block, label);
    if (lead) return readLeadLine(reading, block, lead);
    if (next && namesTeamAbove(block, next)) {
      openFrame(reading, block, LINE_DEPTH.team, { team: block.text.replace(/:$/u, "") });
      return keepFrame(reading, block, "team");
    }
  }
  if (about === null) return keepAside(reading, block, asides.proseUnderNothing);
  remark(reading, about, block);
}

/** The only sentence under "Key results" is the key result. */
export function readProseKeyResult(reading: Reading, block: Block) {
  const { objective } = placeOf(reading);
  addRow(reading, block, {
    kind: "key-result",
    title: block.text,
    parent: objective,
    because: guesses.proseAsKeyResult,
  });
}

/** A short line just above "Objective 1: …", with no full stop, names whose objectives follow. */
function namesTeamAbove({ text, line }: Block, next: Block): boolean {
  return next.line === line + 1 && isObjectiveLead(next) && text.split(" ").length <= 5 && !/[.!?;,]$/u.test(text);
}

function readAbout(reading: Reading, block: Block, { field, value }: Field, about: number) {
  const target = reading.draft.rows[about];
  if (target && field === "owner" && target.owner === null) {
    const [owner = value, ...others] = value.split(/\s*[,/&]\s*|\s*\(/u);
    target.owner = owner.trim();
    if (others.length === 0) {
      target.lines.push(block.line, ...block.moreLines);
      return;
    }
  }
  if (target && (field === "team" || field === "cycle" || field === "priority") && target[field] === null) {
    target[field] = value;
  }
  remark(reading, about, block);
}
