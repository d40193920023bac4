import { useLocation } from "wouter";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./sign-in.messages.json";

const m = messages(catalogue);

/** Ends this session; nothing of what it read stays in the browser. */
export function SignOut() {
  const [, go] = useLocation();
  const end = useTell("signIn.session.end", {
    onDone: () => {
      queryClient.clear();
      go("/sign-in", { replace: true });
    },
  });
  return (
    <>
      <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>
        {m.signOut()}
      </Button>
      <FormProblem of={end.error} fields={[]} />
    </>
  );
}
