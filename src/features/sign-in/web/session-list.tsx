import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { deviceOf } from "../device.ts";
import catalogue from "./sign-in.messages.json";

const m = messages(catalogue);

type Session = OutputOf<"signIn.sessions.list">["items"][number];

/** Where I am signed in, this browser first. */
export function SessionList() {
  const sessions = useAsk("signIn.sessions.list");
  const end = useTell("signIn.sessions.end", {
    invalidates: ["signIn.sessions"],
    onDone: () => say(m.sessionEnded()),
  });
  const endOthers = useTell("signIn.sessions.endOthers", {
    invalidates: ["signIn.sessions"],
    onDone: ({ ended }) => say(m.othersEnded({ count: ended })),
  });
  return (
    <Asked of={sessions} what={m.sessions()}>
      {({ items }) => (
        <>
          <FormProblem of={end.error ?? endOthers.error} fields={[]} />
          <Table heads={[m.signedInOn(), m.lastUsed(), m.signedIn(), m.ends()]} acts={m.acts()}>
            {items
              .toSorted((one, other) => Number(other.current) - Number(one.current))
              .map((session) => (
                <SessionRow key={session.id} session={session} onEnd={() => end.mutate({ id: session.id })} />
              ))}
          </Table>
          {items.length > 1 && (
            <p className="row form-acts">
              <Button busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
                {m.endOthers()}
              </Button>
            </p>
          )}
        </>
      )}
    </Asked>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const format = useFormat();
  const device = wordsFor(session.userAgent);
  return (
    <tr>
      <th scope="row">
        {device} {session.current && <span className="tag">{m.here()}</span>}
        <small>{session.ip}</small>
      </th>
      <td>{format.day(session.lastUsedAt)}</td>
      <td>{format.moment(session.startedAt)}</td>
      <td>{format.day(session.endsAt)}</td>
      <td className="end">
        {!session.current && (
          <Button size="sm" aria-label={m.endSessionOf({ device })} onClick={onEnd}>
            {m.endSession()}
          </Button>
        )}
      </td>
    </tr>
  );
}

function wordsFor(userAgent: string): string {
  const device = deviceOf(userAgent);
  if (!device) return m.unknownDevice();
  const { program, system } = device;
  return program && system ? m.device({ program, system }) : (program ?? system ?? "");
}
