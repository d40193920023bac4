export { Initiatives } from "./initiatives.tsx";
export { MakeInitiative } from "./make-later.tsx";
