import { useTell } from "../../../../web/ask.ts";
import { Conflict, versionMet } from "../../../../web/conflict.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import catalogue from "./readiness.messages.json";
import type { Readiness } from "./readiness-page.tsx";

const m = messages(catalogue);
const choices = ["yes", "partly", "no", null] as const;

type Given = NonNullable<Readiness["replies"]>;

/** Every statement with what the team says to it; kept in this tab until it is saved. */
export function Replies({ readiness: { team, statements, levels, replies, version } }: { readiness: Readiness }) {
  const [given, give, forget] = useKept<Given>(`readiness.${team.id}`, () => replies ?? {});
  const save = useTell("policies.teamReadiness.answer", {
    invalidates: ["policies.teamReadiness", "activity.history"],
    onDone: () => {
      forget();
      say(m.saved());
    },
  });
  const send = (asOf: number) => save.mutate({ id: team.id, version: asOf, replies: given });
  const choose = (key: string, reply: (typeof choices)[number]) => {
    const { [key as keyof Given]: _, ...others } = given;
    give((reply === null ? others : { ...others, [key]: reply }) as Given);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(version);
      }}
    >
      {levels.map(({ area }) => (
        <section key={area} className="rdy-a" aria-labelledby={`rdy-${area}`}>
          <SectionHead id={`rdy-${area}`} title={m[`area-${area}`]()} />
          {statements
            .filter((each) => each.area === area)
            .map(({ key, text }) => (
              <fieldset key={key}>
                <legend>{text}</legend>
                {choices.map((reply) => (
                  <label key={reply ?? "not-known"} className="ck">
                    <input
                      type="radio"
                      name={key}
                      checked={(given[key as keyof Given] ?? null) === reply}
                      onChange={() => choose(key, reply)}
                    />
                    {reply ? m[reply]() : m.notKnown()}
                  </label>
                ))}
              </fieldset>
            ))}
        </section>
      ))}
      <Conflict of={save.error} words={() => undefined} onMine={send} onTheirs={() => save.reset()} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={[]} />
      <p className="row rdy-s">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m.save()}
        </Button>
      </p>
    </form>
  );
}
