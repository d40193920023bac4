export { ImportDesk } from "./import-desk.tsx";
