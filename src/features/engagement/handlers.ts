import type { Tx } from "../../platform/database/database.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notFound, refused } from "../../platform/refusals.ts";
import { engagement as contract } from "./contract.ts";
import { answerPulse, readMine } from "./handlers/answering.ts";
import { closePulse } from "./handlers/closing.ts";
import { launchPulse } from "./handlers/launching.ts";
import { auditPublished, readPulse } from "./handlers/results.ts";
import { changeSettings, readSettings } from "./handlers/settings.ts";
import type { Grouping } from "./hiding.ts";
import { presentPulse, stateAt } from "./presented.ts";
import { pulseById, pulsesNewestFirst } from "./queries/pulses.ts";
import type { Sealing } from "./sealing.ts";

declare module "../../platform/http/context.ts" {
  interface Services {
    /** Seals what waits in an open pulse. */
    sealing: Sealing;
    /** Arms of the policies that ask these questions: told with their policy, and fixed with a pulse like its groups. */
    armsToTell: (tx: Tx, questions: readonly string[]) => Promise<readonly Grouping[]>;
  }
}

const os = keeps(contract).pulse;

const pulse = os.router({
  settings: os.settings.handler(({ context }) => context.read((tx) => readSettings(tx, context))),
  changeSettings: os.changeSettings.handler(({ input, context }) =>
    context.write((tx) => changeSettings(tx, context, input)),
  ),
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const rows = await pulsesNewestFirst(tx, input.limit);
      return { items: rows.map((row) => presentPulse(row, context.viewer, tx.now)) };
    }),
  ),
  mine: os.mine.handler(({ context }) => context.read((tx) => readMine(tx, context))),
  get: os.get.handler(({ input, context }) => context.read((tx) => readPulse(tx, context, input.id))),
  launch: os.launch.handler(({ input, context }) => context.write((tx) => launchPulse(tx, context, input))),
  answer: os.answer.handler(async ({ input, context }) => {
    await answerPulse(context, input);
    return { done: true as const };
  }),
  close: os.close.handler(({ input, context }) => closeAsAsked(context, input.id)),
  audit: os.audit.handler(({ context }) => context.read(auditPublished)),
});

export const engagement = { pulse };

async function closeAsAsked(context: RequestContext, id: string) {
  const { viewer, services, log } = context;
  const before = await context.read((tx) => pulseById(tx, id));
  if (!before) throw notFound();
  const state = stateAt(before, context.clock.now());
  if (state === "planned" || state === "withdrawn") throw refused(notOpen);
  await closePulse({ sealing: services.sealing, log, write: context.write }, id, true);
  return context.read(async (tx) => presentPulse((await pulseById(tx, id))!, viewer, tx.now));
}

const notOpen = {
  field: "id",
  expected: "a pulse that is open",
  todo: "One that has not opened can be withdrawn by switching pulses off.",
};
