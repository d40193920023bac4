/** Who keeps each promise of contract.ts, in the same order. */
import { activity } from "./features/activity/handlers.ts";
import { alignment } from "./features/alignment/handlers.ts";
import { cadence } from "./features/cadence/handlers.ts";
import { closing } from "./features/closing/handlers.ts";
import { coach } from "./features/coach/handlers.ts";
import { conversation } from "./features/conversation/handlers.ts";
import { engagement } from "./features/engagement/handlers.ts";
import { exchange } from "./features/exchange/handlers.ts";
import { focus } from "./features/focus/handlers.ts";
import { okrs } from "./features/okrs/handlers.ts";
import { people } from "./features/people/handlers.ts";
import { planning } from "./features/planning/handlers.ts";
import { policies } from "./features/policies/handlers.ts";
import { roadmap } from "./features/roadmap/handlers.ts";
import { signIn } from "./features/sign-in/handlers.ts";
import { strategy } from "./features/strategy/handlers.ts";
import { welcome } from "./features/welcome/handlers.ts";
import { workplace } from "./features/workplace/handlers.ts";

export const router = {
  people,
  signIn,
  activity,
  conversation,
  strategy,
  coach,
  okrs,
  alignment,
  workplace,
  cadence,
  roadmap,
  planning,
  focus,
  engagement,
  policies,
  closing,
  exchange,
  welcome,
};
