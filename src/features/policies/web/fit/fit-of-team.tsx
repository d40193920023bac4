import { useAsk } from "../../../../web/ask.ts";
import { messages } from "../../../../web/ui/messages.ts";
import catalogue from "./fit.messages.json";
import "./fit.css";

const m = messages(catalogue);

/** For whoever leads the team: how many planned weeks fit, where that tells nobody's. Nothing for anybody else. */
export default function FitOfTeam({ teamId, from }: { teamId: string; from: string }) {
  const { data } = useAsk("policies.policyFit.ofTeam", { teamId, from }, { live: ["policy", "presence", "team"] });
  if (!data) return null;
  return (
    <p className="fit">
      <b>{m.teamFit()}</b>
      <span>{data.told ? m.counts(data.told) : m.tooFew()}</span>
    </p>
  );
}
