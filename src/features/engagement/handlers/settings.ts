import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { conflict, refused } from "../../../platform/refusals.ts";
import { pulseSettingsChanged, pulseWithdrawn } from "../events.ts";
import { LIMITS } from "../limits.ts";
import { mayAuditPulses, mayChangePulses, mayLaunchPulses } from "../permissions.ts";
import { asked } from "../presented.ts";
import { forgetParts, takeWaiting } from "../queries/answers.ts";
import { holdPulse, pulseUnderWay, setPulseState } from "../queries/pulses.ts";
import { type PulseSettings, pulseSettings, writePulseSettings } from "../queries/settings.ts";
import { QUESTIONS } from "../question.ts";

type Settings = PulseSettings & { version: number };

/** What holds where nothing was ever set. */
const unset: Settings = { on: false, confidential: false, ...LIMITS, version: 0 };

export async function settingsNow(tx: Tx): Promise<Settings> {
  return (await pulseSettings(tx)) ?? unset;
}

export async function readSettings(tx: Tx, { viewer }: RequestContext) {
  const can = {
    change: mayChangePulses(viewer.role),
    launch: mayLaunchPulses(viewer.role),
    audit: mayAuditPulses(viewer.role),
  };
  return { ...(await settingsNow(tx)), questions: QUESTIONS.map(asked), can };
}

export async function changeSettings(
  tx: Tx,
  context: RequestContext,
  { version, ...wanted }: Partial<PulseSettings> & { version: number },
) {
  const before = await settingsNow(tx);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return readSettings(tx, context);
  mustNotLower(before, wanted);
  const { version: _, ...was } = before;
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const after = before.version === version ? await writePulseSettings(tx, { ...was, ...given }, version) : undefined;
  if (!after) {
    const theirs = await settingsNow(tx);
    throw conflict({
      todo: "Read the settings again, then write yours or keep theirs.",
      version: theirs.version,
      yours: wanted,
      theirs,
    });
  }
  await tx.record(pulseSettingsChanged(tx.organisationId, changes));
  if (before.on && !after.on) await withdrawOpen(tx);
  return readSettings(tx, context);
}

function mustNotLower(before: Settings, wanted: Partial<PulseSettings>): void {
  const lowered = (["answers", "comments", "crowd"] as const).filter(
    (limit) => (wanted[limit] ?? before[limit]) < before[limit],
  );
  if (lowered.length === 0) return;
  const todo = "Leave it as it is, or raise it: what was promised to those who answered stays.";
  throw refused(...lowered.map((field) => ({ field, expected: `${before[field]} or more`, todo })));
}

/** Nothing of it will be told, and what was answered is gone. */
async function withdrawOpen(tx: Tx): Promise<void> {
  const open = await pulseUnderWay(tx);
  if (!open || !(await holdPulse(tx, open.id, "alone"))) return;
  await takeWaiting(tx, open.id, null);
  await forgetParts(tx, open.id);
  await setPulseState(tx, open.id, "withdrawn", open.closesAt);
  await tx.record(pulseWithdrawn(open.id));
}
