export { AlignmentPage } from "./alignment-page.tsx";
export { branchesOf, type Filter, type MapObjective, onShow } from "./branches.ts";
export { DependenciesOfObjective, DependenciesOfTeam, DependenciesWaiting } from "./dependencies.tsx";
export { EnergyOfTeam, EnergyOfTeams } from "./energy.tsx";
export { LineOfSight } from "./line-of-sight.tsx";
export { StrategyMap } from "./map.tsx";
export { Opposing } from "./opposing.tsx";
export { Outline } from "./outline.tsx";
