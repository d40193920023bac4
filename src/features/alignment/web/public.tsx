export { AlignmentPage } from "./alignment-page.tsx";
export { branchesOf, type Filter, type MapObjective, onShow } from "./branches.ts";
export { StrategyMap } from "./map.tsx";
export { Outline } from "./outline.tsx";
