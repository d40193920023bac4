import {
  DeleteOrganisation,
  OrganisationForm,
  PlannedEnergyForm,
  StatusRuleForm,
} from "../../../features/people/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { SectionHead } from "../../ui/section-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);

export default function Organisation() {
  const asked = useAsk("people.organisation.get", undefined, { live: ["organisation"] });
  return (
    <>
      <PageHead title={m.organisation()} />
      <Asked of={asked} what={m.organisation()}>
        {(organisation) => (
          <>
            <OrganisationForm organisation={organisation} />
            <section aria-labelledby="rule">
              <SectionHead id="rule" title={m.statusRule()} />
              <StatusRuleForm organisation={organisation} />
            </section>
            <section aria-labelledby="plans">
              <SectionHead id="plans" title={m.plans()} />
              <PlannedEnergyForm organisation={organisation} />
            </section>
            {organisation.can.remove && (
              <section aria-labelledby="end">
                <SectionHead id="end" title={m.end()} />
                <DeleteOrganisation name={organisation.name} />
              </section>
            )}
          </>
        )}
      </Asked>
    </>
  );
}
