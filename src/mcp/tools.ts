import { checkInTools } from "./check-in-drafts.ts";
import { everyOperation, type Tool, toolOf } from "./tool.ts";

/** The tools of one conversation: those an assistant needs most, and with `all` every operation of the contract. */
export function toolsFor({ all }: { all: boolean }): Tool[] {
  return [...everyDay(), ...(all ? everyOperation() : [])];
}

function everyDay(): Tool[] {
  return [
    toolOf(
      "what_is_expected_of_me",
      "focus.today",
      "Read what the person must achieve, how it is measured, why it matters and what to do next: their line from the vision to this week, check-ins that are due, asks that wait, intentions of this week.",
    ),
    toolOf(
      "my_due_check_ins",
      "cadence.checkIns.due",
      "List the key results that wait for the person's check-in, the most urgent first, with where each stands and what was said last.",
    ),
    ...checkInTools(),
    toolOf(
      "find_objectives",
      "okrs.objectives.list",
      "Find objectives the person can see, by words of the title (q), cycle, team, owner, level or status.",
    ),
    toolOf(
      "search",
      "okrs.search",
      "Find objectives, key results, initiatives and more by the words of a title, or how they begin.",
    ),
    toolOf(
      "read_objective",
      "okrs.objectives.get",
      "Read one objective: why it matters, its line up to an imperative, its key results with progress, status and forecast, its health metrics and links. The status comes with the rule that decided it; the forecast with the range that holds eight ends in ten. Say both, and where they disagree with what was reported.",
    ),
    toolOf(
      "line_of_sight",
      "alignment.lineOf",
      "See how an objective, key result, team or member connects up to the vision, or that it does not.",
    ),
    toolOf(
      "strategy_map",
      "alignment.map",
      "See a cycle whole: vision, mission, imperatives, objectives under them with status and progress, and what is not connected.",
    ),
    toolOf(
      "create_objective",
      "okrs.objectives.create",
      "Set an objective in a cycle. Ask the person first; an objective names an outcome, with why it matters.",
    ),
    toolOf(
      "create_key_result",
      "okrs.keyResults.create",
      "Add a key result to an objective: what is measured, from where to where. Ask the person for the numbers; never invent a baseline.",
    ),
    toolOf(
      "coach_key_results",
      "coach.read",
      "Let the coach read key results or objectives before they are proposed: whether each is an outcome, an output or unsure, the words that decided, why, what to ask, and a rewrite where its figures are known. Advice only; nothing is saved.",
    ),
    toolOf(
      "write_intention",
      "focus.intentions.create",
      "Write what the person will do this week, tied to one key result or one initiative. In their words.",
    ),
  ];
}
