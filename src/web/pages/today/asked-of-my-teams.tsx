export { DependenciesWaiting as default } from "../../../features/alignment/web/public.tsx";
