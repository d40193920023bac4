import type { Block } from "./markdown-blocks.ts";
import {
  addRow,
  type Frame,
  keepAside,
  keepFrame,
  LINE_DEPTH,
  openFrame,
  placeOf,
  type Reading,
  remark,
} from "./markdown-reading.ts";
import type { HeadingRole } from "./markdown-shape.ts";
import { asides, guesses } from "./reasons.ts";
import type { Label, Lead } from "./words.ts";

/** Reads a heading or a bold line that acts as one; what follows stands below it until one as deep. */
export function readHeading(reading: Reading, block: Block, role: HeadingRole) {
  openFrame(reading, block, block.depth, {});
  const frame = reading.frames.at(-1) as Frame;
  if (placeOf(reading).aside) return asideWith(reading, block, frame);
  switch (role.as) {
    case "guide":
      frame.aside = asides.guide;
      return keepAside(reading, block, asides.guide);
    case "label":
      return readLabelLine(reading, block, role.label);
    case "title":
      Object.assign(frame, { team: role.team, cycle: role.cycle?.name ?? null });
      return keepFrame(reading, block, role.cycle ? "cycle" : "title");
    case "team":
      frame.team = role.team;
      return keepFrame(reading, block, "team");
    case "lead":
      return readLeadLine(reading, block, role.lead);
    case "objective":
      frame.row = openObjective(reading, block, block.text, !reading.shape.declared);
      if (frame.row === null) frame.aside = block.struck ? asides.underStruckThrough : asides.underKeptAside;
      return;
    case "prose":
      return readOpenHeading(reading, block, frame);
  }
}

/** "Objective 1: …", "KR: …", "Initiative: …" as a heading or a line. */
export function readLeadLine(reading: Reading, block: Block, lead: Lead) {
  if (block.as === "line")
    openLine(reading, block, lead.role === "objective" ? LINE_DEPTH.objective : LINE_DEPTH.keyResult);
  const frame = reading.frames.at(-1) as Frame;
  const { objective, below, label } = placeOf(reading);
  if (lead.role === "objective") {
    if (lead.before !== "" && !/^(company|our|main|team|the)$/iu.test(lead.before)) frame.team = lead.before;
    frame.row = openObjective(reading, block, lead.title || block.text, false);
    if (frame.row === null) frame.aside = block.struck ? asides.underStruckThrough : asides.underKeptAside;
    return;
  }
  if (objective === null) return keepAside(reading, block, asides.noKeyResultAlone);
  // Inside an initiative "KR: …" says which key result it serves.
  const serves = below !== null && label?.as === "initiatives";
  if (lead.role === "key-result" && serves) return remark(reading, below, block);
  const parent = lead.role === "initiative" ? (below ?? objective) : objective;
  frame.row = addRow(reading, block, { kind: lead.role, title: lead.title || block.text, parent });
}

/** "Key Results", "Initiatives:", "Not included", "Vision": says what stands below. */
export function readLabelLine(reading: Reading, block: Block, label: Label) {
  if (block.as === "line") openLine(reading, block, LINE_DEPTH.label);
  const frame = reading.frames.at(-1) as Frame;
  if (label.as === "vision" || label.as === "mission") {
    // "Vision: …" with objectives below it stands aside alone; an empty label takes what follows with it.
    if (label.text === "") frame.aside = asides.strategy;
    return keepAside(reading, block, asides.strategy);
  }
  if (label.as === "set-aside") frame.aside = asides.setAsideByWriter(label.written);
  frame.label = label;
  keepFrame(reading, block, "label");
}

/** A line stands beside the lines before it, never inside them; the bold team name above it stays. */
function openLine(reading: Reading, block: Block, depth: number) {
  if (depth === LINE_DEPTH.objective) {
    reading.frames = reading.frames.filter(
      (frame) => frame.depth < LINE_DEPTH.team || (frame.depth === LINE_DEPTH.team && frame.team !== null),
    );
  }
  openFrame(reading, block, depth, {});
}

/** An objective nests in the one whose heading is above its own. */
function openObjective(reading: Reading, block: Block, title: string, guessed: boolean): number | null {
  const { objective } = placeOf(reading);
  const because = guessed ? (block.as === "bold" ? guesses.boldAsObjective : guesses.headingAsObjective) : undefined;
  return addRow(reading, block, { kind: "objective", title, parent: objective, because });
}

/** A heading whose words say nothing: what it is depends on the label and the objective above. */
function readOpenHeading(reading: Reading, block: Block, frame: Frame) {
  const { objective, label, below } = placeOf(reading);
  if (objective === null) return keepAside(reading, block, asides.proseUnderNothing);
  if (label?.as === "key-results" || label?.as === "initiatives") {
    const kind = label.as === "key-results" ? "key-result" : "initiative";
    frame.row = addRow(reading, block, { kind, title: block.text, parent: objective });
    return;
  }
  remark(reading, below ?? objective, block);
}

function asideWith(reading: Reading, block: Block, frame: Frame) {
  keepAside(reading, block, placeOf(reading).aside ?? asides.underKeptAside);
  frame.aside = placeOf(reading).aside;
}
