export { BetFields } from "./bet-fields.tsx";
export { readBets } from "./initiative-draft.ts";
export { Initiatives } from "./initiatives.tsx";
export { MakeInitiative } from "./make-later.tsx";
export { moveWords } from "./move-words.ts";
