import { EnergyOfTeams } from "../../features/alignment/web/public.tsx";
import { pageAt } from "../addresses.ts";
import { ButtonLink } from "../ui/button.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import catalogue from "./energy.messages.json";

const m = messages(catalogue);

/** What every team plans to give, against what it has. */
export default function EnergyPage() {
  const alignment = pageAt("/alignment");
  return (
    <>
      <PageHead
        title={m.title()}
        sub={m.sub()}
        acts={alignment && <ButtonLink href={alignment}>{m.placed()}</ButtonLink>}
      />
      <EnergyOfTeams />
    </>
  );
}
