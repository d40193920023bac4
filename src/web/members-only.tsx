import catalogue from "./members-only.messages.json";
import { ButtonLink } from "./ui/button.tsx";
import { Empty } from "./ui/empty.tsx";
import { messages } from "./ui/messages.ts";
import { PageHead } from "./ui/page-head.tsx";

const m = messages(catalogue);

/** A page on which members work, as guests meet it: what it is, whom it is for, and the way back. */
export default function MembersOnly({ title }: { title: string }) {
  return (
    <>
      <PageHead title={title} />
      <Empty title={m.guest()} acts={<ButtonLink href="/objectives">{m.back()}</ButtonLink>}>
        {m.words()}
      </Empty>
    </>
  );
}
