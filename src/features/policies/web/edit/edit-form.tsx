import { useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../../web/ask.ts";
import { Conflict, versionMet } from "../../../../web/conflict.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { lock } from "../../../../web/ui/further-icons.ts";
import { Icon } from "../../../../web/ui/icon.tsx";
import { useKeys } from "../../../../web/ui/keys.ts";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { changesOf, type Draft, draftOf } from "../draft.ts";
import { Sentence, SentenceLegend } from "../sentence.tsx";
import { invalidates, type Policy, useSentenceWords } from "../words.ts";
import { BeforeSeal } from "./before-seal.tsx";
import { ComparisonPart } from "./comparison-part.tsx";
import { DecisionPart } from "./decision-part.tsx";
import { m, missing } from "./edit-words.ts";
import { GuardrailsPart, OutcomesPart } from "./measures-part.tsx";
import { RemoveDraft } from "./remove-draft.tsx";
import { RulePart } from "./rule-part.tsx";
import { ScopePart } from "./scope-part.tsx";
import { SealDialog } from "./seal-dialog.tsx";
import "./edit.css";

/** A draft with its sentence above the form that writes it. What is typed stays in this tab until it is saved. */
export function EditForm({ policy }: { policy: Policy }) {
  const { locale } = useFormat();
  const { day } = useSentenceWords();
  const [, go] = useLocation();
  const [kept, keep, forget] = useKept<Draft | null>(`policy.${policy.id}`, () => null);
  const [sealing, seal] = useState<Policy | null>(null);
  const stored = draftOf(policy);
  const draft = kept ?? stored;
  const changes = changesOf(draft, stored, locale);
  const isChanged = Object.keys(changes).length > 0;
  const update = useTell("policies.policies.update", { invalidates });
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part });
  const settle = () => {
    forget();
    keep(null);
  };
  const save = async (version = policy.version): Promise<Policy | null> => {
    if (!isChanged) return policy;
    return update.mutateAsync({ id: policy.id, version, ...changes }).then(
      (saved) => {
        settle();
        say(m.saved());
        return saved;
      },
      () => null,
    );
  };
  const wrong = (field: string) => update.error?.at(field);
  const odd = (field: string) => {
    const problem = policy.toSeal.find((each) => each.field === field);
    // What was changed since is no longer what the seal would be refused for.
    if (!problem || (field.split(".")[0] ?? field) in changes) return undefined;
    return missing(problem);
  };
  useKeys([{ keys: "mod+enter", does: m.save(), run: () => void save() }]);
  const part = { draft, change, wrong, odd };
  return (
    <form
      className="pe-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHead
        title={draft.title}
        sub={`${m.draftBy({ name: draft.owner.name })} ${isChanged ? m.unsaved() : ""}`}
        acts={
          <>
            <Button type="submit" busy={update.isPending} disabled={!isChanged}>
              {m.save()}
            </Button>
            <Button kind="primary" icon={lock} onClick={() => void save().then(seal)}>
              {draft.startsOn ? m.seal({ day: day(draft.startsOn) }) : m.sealNoDay()}
            </Button>
          </>
        }
      />
      <section className="pe-seal" aria-label={m.asSealed()}>
        <Sentence of={draft} />
        <p className="pol-k">
          <SentenceLegend />
          <span>
            <Icon of={lock} size={12} />
            {m.sealNote()}
          </span>
        </p>
      </section>
      <Conflict of={update.error} words={inWords} onMine={(version) => void save(version)} onTheirs={settle} />
      <FormProblem of={versionMet(update.error) ? null : update.error} fields={shownBeside(update.error?.problems)} />
      <div className="split pe">
        <div>
          <RulePart {...part} />
          <ScopePart {...part} />
          <OutcomesPart {...part} />
          <GuardrailsPart {...part} />
          <ComparisonPart {...part} />
          <DecisionPart {...part} />
          <p className="row pe-acts">
            <Button type="submit" busy={update.isPending} disabled={!isChanged}>
              {m.save()}
            </Button>
            <RemoveDraft
              policy={policy}
              onDone={() => {
                settle();
                go("/policies", { replace: true });
              }}
            />
          </p>
        </div>
        <BeforeSeal policy={policy} />
      </div>
      <SealDialog policy={sealing} onClose={() => seal(null)} onDone={() => go(`/policies/${policy.id}`)} />
    </form>
  );
}

const inForm =
  /^(title|rule|kind|why|ownerId|imperativeIds|startsOn|decidesOn|outcomes|scope|scope\.(teamIds|exceptTeamIds)|office\.(days|weekdays)|comparison|comparison\.(draw|othersFrom|weeksEach|pairs|wearingOff|teamIds)|outcomes\.\d+\.(sizeThatMatters|name|wanted|measure\.ids(\.[01])?)|guardrails\.\d+\.(limit|margin|name|safe|measure\.ids(\.[01])?))$/;

/** Which of what was refused stands at its own field. */
function shownBeside(problems: readonly { field: string }[] = []): string[] {
  return problems.map(({ field }) => field).filter((field) => inForm.test(field));
}

/** Two edits that met, by their words; lists are told by the page once it is read again. */
function inWords(field: string, value: unknown) {
  if (typeof value !== "string" || value === "") return undefined;
  if (field === "title") return { label: m.name(), value };
  if (field === "rule") return { label: m.rule(), value };
  return field === "why" ? { label: m.why(), value } : undefined;
}
