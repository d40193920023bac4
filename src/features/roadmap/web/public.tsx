export { BetFields } from "./bet-fields.tsx";
export { moveWords } from "./bet-words.ts";
export { readBets } from "./initiative-draft.ts";
export { Initiatives } from "./initiatives.tsx";
export { MakeInitiative } from "./make-later.tsx";
