/** What the product promises. Web, REST, terminal and assistant are all made from this; router.ts says who keeps each promise. */
import { activity } from "./features/activity/contract.ts";
import { alignment } from "./features/alignment/contract.ts";
import { cadence } from "./features/cadence/contract.ts";
import { closing } from "./features/closing/contract.ts";
import { coach } from "./features/coach/contract.ts";
import { conversation } from "./features/conversation/contract.ts";
import { engagement } from "./features/engagement/contract.ts";
import { exchange } from "./features/exchange/contract.ts";
import { focus } from "./features/focus/contract.ts";
import { okrs } from "./features/okrs/contract.ts";
import { people } from "./features/people/contract.ts";
import { planning } from "./features/planning/contract.ts";
import { policies } from "./features/policies/contract.ts";
import { roadmap } from "./features/roadmap/contract.ts";
import { signIn } from "./features/sign-in/contract.ts";
import { strategy } from "./features/strategy/contract.ts";
import { welcome } from "./features/welcome/contract.ts";
import { workplace } from "./features/workplace/contract.ts";

export const contract = {
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
