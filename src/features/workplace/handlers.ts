import { keeps } from "../../platform/http/keeps.ts";
import { workplace as contract } from "./contract.ts";
import { agreements } from "./handlers/agreements.ts";
import { anchorDays } from "./handlers/anchor-days.ts";
import { calendar } from "./handlers/calendar.ts";
import { decisions } from "./handlers/decisions.ts";
import { meetings } from "./handlers/meetings.ts";
import { overlap } from "./handlers/overlap.ts";
import { presence, timeOff } from "./handlers/presence.ts";
import { settings, sites } from "./handlers/sites.ts";
import { readWeek } from "./handlers/week.ts";

const os = keeps(contract);

const week = os.week.handler(({ input, context }) => context.read((tx) => readWeek(tx, context, input)));

export const workplace = {
  ...{ settings, sites, presence, timeOff, calendar, anchorDays, week },
  ...{ agreements, overlap, meetings, decisions },
};
