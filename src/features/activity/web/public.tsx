export { Happenings } from "./happenings.tsx";
