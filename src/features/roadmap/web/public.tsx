export { Initiatives } from "./initiatives.tsx";
