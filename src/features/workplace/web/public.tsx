import { later } from "../../../web/later.tsx";

export { AnchorDaysPage } from "./anchors/anchor-days-page.tsx";
export { DecisionPage } from "./meeting/decision-page.tsx";
export { WorkplaceProfile } from "./profile.tsx";
export { Sites } from "./sites.tsx";
export { WeekPage } from "./week-page.tsx";

/** How a team agreed to work; comes after what it stands beside, inside a Suspense. */
export const AgreementOfTeam = later(() => import("./agreements/agreement-of-team.tsx"));

/** What was or would be agreed, in words; inside a Suspense. */
export const AgreedWords = later(() => import("./agreements/agreed.tsx").then(({ Agreed }) => ({ default: Agreed })));
