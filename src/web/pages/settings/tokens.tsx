import { useState } from "react";
import { MakeToken, Tokens as TokenList } from "../../../features/sign-in/web/public.tsx";
import { Button } from "../../ui/button.tsx";
import { useFocusBack } from "../../ui/focus-back.ts";
import { plus } from "../../ui/icons.ts";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);

export default function Tokens() {
  const [making, make] = useState(false);
  const opener = useFocusBack(making);
  return (
    <>
      <PageHead
        title={m.tokens()}
        sub={m.tokensSub()}
        acts={
          !making && (
            <Button ref={opener} kind="primary" icon={plus} onClick={() => make(true)}>
              {m.makeToken()}
            </Button>
          )
        }
      />
      {making && <MakeToken onClose={() => make(false)} />}
      <TokenList />
    </>
  );
}
