/** What the simulation has to show; each sentence that does not hold comes back. */
import type { Counted } from "./simulate.ts";

export function brokenBounds(cells: readonly Counted[]): string[] {
  const broken = (of: readonly Counted[], by: readonly Bound[]) =>
    of.flatMap((cell) => by.filter(({ isFor, holds }) => isFor(cell) && !holds(cell)).map(wordsFor(cell)));
  return [...broken(whateverTheDifference(cells), ofRanges), ...broken(cells, ofVerdicts)];
}

/** A range moves along with the difference, so whether it holds does not depend on its size: rows that differ in nothing else count as one. */
function whateverTheDifference(cells: readonly Counted[]): Counted[] {
  const alike = Map.groupBy(cells, (cell) =>
    [cell.design, cell.teams, cell.divergence, cell.correlation, cell.missing].join(),
  );
  return [...alike.values()].map((of) => ({
    ...of[0]!,
    held: of.reduce((sum, { held, runs }) => sum + held * runs, 0) / of.reduce((sum, { runs }) => sum + runs, 0),
  }));
}

interface Bound {
  says: string;
  isFor(cell: Counted): boolean;
  holds(cell: Counted): boolean;
}

const isDrawn = ({ design }: Counted) => design !== "difference-in-differences";
const isUnbiased = (cell: Counted) => isDrawn(cell) || cell.divergence === 0;

const ofRanges: readonly Bound[] = [
  {
    says: "from 20 teams the 95 % range holds the truth 93 to 97 times in a hundred",
    isFor: (cell) => isUnbiased(cell) && cell.teams >= 20,
    holds: ({ held }) => held >= 0.93 && held <= 0.97,
  },
  {
    says: "below 20 teams the 95 % range holds the truth at least 93 times in a hundred",
    isFor: (cell) => isUnbiased(cell) && cell.teams < 20,
    holds: ({ held }) => held >= 0.93,
  },
];

const ofVerdicts: readonly Bound[] = [
  {
    says: "where there is no difference Helps is said at most 5 times in a hundred",
    isFor: ({ difference }) => difference === 0,
    holds: ({ helps }) => helps <= 0.05,
  },
  {
    says: "8 teams of which none was drawn are always too few",
    isFor: (cell) => !isDrawn(cell) && cell.teams === 8,
    holds: ({ tooFew }) => tooFew === 1,
  },
  {
    says: "where trends diverge by the size that matters the verdict is withheld at least 80 times in a hundred",
    isFor: (cell) => !isUnbiased(cell) && cell.teams >= 20,
    holds: ({ withheld }) => withheld >= 0.8,
  },
];

function wordsFor(cell: Counted) {
  const { design, teams, difference, divergence, correlation, missing } = cell;
  const where = `${design}, ${teams} teams, difference ${difference}, divergence ${divergence}, correlation ${correlation}, ${missing * 100} % missing`;
  return ({ says }: Bound) => `${where}: not so that ${says}`;
}
