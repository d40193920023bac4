import { ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import catalogue from "./not-found.messages.json";

const m = messages(catalogue);

/** What does not exist and what is not yours look alike. */
export default function NotFound() {
  return (
    <>
      <PageHead title={m.title()} />
      <Empty acts={<ButtonLink href="/">{m.back()}</ButtonLink>}>{m.words()}</Empty>
    </>
  );
}
