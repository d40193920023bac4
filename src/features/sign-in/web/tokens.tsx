import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { More } from "../../../web/more.tsx";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { FilterChip } from "../../../web/ui/filter-chip.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { maySeeEveryToken } from "../permissions.ts";
import { tokenState } from "../token-life.ts";
import catalogue from "./sign-in.messages.json";
import "./tokens.css";

const m = messages(catalogue);

type Token = OutputOf<"signIn.tokens.list">["items"][number];

/** The tokens that still work and those that did, each with its end. */
export function Tokens() {
  const { role } = useSession().member;
  const [everyone, showEveryone] = useState(false);
  const tokens = useAskList(
    "signIn.tokens.list",
    { whose: everyone ? "everyone" : "mine" },
    { live: ["api-token"], keepPrevious: true },
  );
  const [leaving, leave] = useState<Token | null>(null);
  const revoke = useTell("signIn.tokens.revoke", {
    invalidates: ["signIn.tokens"],
    onDone: () => {
      say(m.revoked({ name: leaving?.name ?? "" }));
      leave(null);
    },
  });
  return (
    <>
      {maySeeEveryToken(role) && (
        <p className="chips">
          <FilterChip on={everyone} onToggle={() => showEveryone(!everyone)}>
            {m.everyones()}
          </FilterChip>
        </p>
      )}
      <Asked of={tokens} what={m.tokens()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.noTokens()}>{m.noTokensWords()}</Empty>
          ) : (
            <>
              <TokenTable tokens={items} everyone={everyone} onRevoke={leave} />
              <More of={tokens} />
            </>
          )
        }
      </Asked>
      <Confirm
        open={leaving !== null}
        onClose={() => leave(null)}
        title={m.revokeTitle({ name: leaving?.name ?? "" })}
        verb={m.revoke()}
        busy={revoke.isPending}
        onConfirm={() => leaving && revoke.mutate({ id: leaving.id })}
      >
        <p>{m.revokeWords()}</p>
        <FormProblem of={revoke.error} fields={[]} />
      </Confirm>
    </>
  );
}

interface TableProps {
  tokens: readonly Token[];
  everyone: boolean;
  onRevoke: (token: Token) => void;
}

function TokenTable({ tokens, everyone, onRevoke }: TableProps) {
  const format = useFormat();
  return (
    <Table heads={[m.tokenName(), everyone && m.whose(), m.scopes(), m.lastUsed(), m.ends()]} acts={m.acts()}>
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row" dir="auto">
            {token.name}
          </th>
          {everyone && <td dir="auto">{token.member.name}</td>}
          <td>{format.list(token.scopes)}</td>
          <td>{token.lastUsedAt ? format.age(token.lastUsedAt) : m.never()}</td>
          <td>
            <Ends {...token} />
          </td>
          <td className="end">
            {token.can.revoke && tokenState(token, Date.now()) !== "ended" && (
              <Button size="sm" aria-label={m.revokeOf({ name: token.name })} onClick={() => onRevoke(token)}>
                {m.revoke()}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Ends(token: Token) {
  const format = useFormat();
  const day = format.day(token.expiresAt);
  switch (tokenState(token, Date.now())) {
    case "revoked":
      return m.revokedOn({ day: format.day(token.revokedAt ?? token.expiresAt) });
    case "ended":
      return m.endedOn({ day });
    case "ends-soon":
      return <b className="ends-soon">{m.endsSoon({ day })}</b>;
    case "works":
      return m.endsOn({ day });
  }
}
