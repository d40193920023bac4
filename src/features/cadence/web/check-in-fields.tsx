import { useSession } from "../../../web/session.ts";
import { Confidence } from "../../../web/ui/confidence.tsx";
import { Field, Input, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { MemberPicker } from "../../people/web/public.tsx";
import catalogue from "./check-in.messages.json";
import { aimOf } from "./figures.ts";
import { LiveEffect } from "./live-effect.tsx";
import { ReportField, type ReportFieldProps, Wrong } from "./report-field.tsx";

const m = messages(catalogue);

interface CheckInFieldsProps extends ReportFieldProps {
  /** It made an ask that was answered: that stays as it was asked. */
  isAnswered: boolean;
}

/** The check-in that is being written. */
export function CheckInFields(props: CheckInFieldsProps) {
  const { subject, draft, reading, wrong, onChange, isAnswered } = props;
  const format = useFormat();
  const { measure } = subject.keyResult;
  const canTell = reading.problems.every(({ field }) => !(field in { value: 1, done: 1 }));
  const moves = !["contributions", "baseline"].includes(measure.kind);
  const told = Object.values(reading.report).some((part) => part !== undefined && String(part) !== "");
  return (
    <>
      <p className="meta ci-aim">{aimOf(subject.keyResult, format)}</p>
      <div className="ci-grid">
        <ReportField {...props} />
        {moves && <LiveEffect subject={subject} report={canTell && told ? reading.report : null} />}
      </div>
      <div data-field="confidence" className="ci-conf">
        <Confidence
          value={draft.confidence}
          last={subject.last?.confidence ?? null}
          onChange={(confidence) => onChange({ confidence })}
        />
        <Wrong>{wrong("confidence")}</Wrong>
      </div>
      <Field label={m.whatChanged()} error={wrong("whatChanged")}>
        <TextArea
          placeholder={m.whatChangedHint()}
          value={draft.whatChanged}
          onChange={(event) => onChange({ whatChanged: event.target.value })}
        />
      </Field>
      <div className="ci-two">
        <Field label={m.blocker()} optional error={wrong("blocker")}>
          <Input
            placeholder={m.blockerHint()}
            value={draft.blocker}
            onChange={(event) => onChange({ blocker: event.target.value })}
          />
        </Field>
        {!isAnswered && <AskFields {...props} />}
      </div>
      {isAnswered && draft.askOf && <p className="small">{m.asked({ name: draft.askOf.name, text: draft.askText })}</p>}
    </>
  );
}

/** Whom to ask and, once somebody is chosen, for what. */
function AskFields({ draft, wrong, onChange }: ReportFieldProps) {
  const { member } = useSession();
  return (
    <div className="ci-ask">
      <div data-field="ask.toMemberId">
        <MemberPicker
          label={m.askOf()}
          optional
          error={wrong("ask.toMemberId") ?? wrong("ask")}
          value={draft.askOf}
          without={[member.id]}
          guests={false}
          placeholder={m.askOfHint()}
          onPick={(askOf) => onChange({ askOf })}
          onClear={() => onChange({ askOf: null })}
        />
      </div>
      {(draft.askOf || draft.askText) && (
        <div data-field="ask.text">
          <Field label={m.askText()} error={wrong("ask.text")}>
            <Input value={draft.askText} onChange={(event) => onChange({ askText: event.target.value })} />
          </Field>
        </div>
      )}
    </div>
  );
}
