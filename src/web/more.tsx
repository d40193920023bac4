import catalogue from "./more.messages.json";
import type { Problem } from "./problem.ts";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { useFocusOnGrown } from "./ui/focus-on-grown.ts";
import { messages } from "./ui/messages.ts";

const m = messages(catalogue);

interface MoreProps {
  of: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Problem | null;
    fetchNextPage: () => unknown;
  };
}

/** At the end of a list that goes on: reads the next page. What is on show stays, also where that fails. */
export function More({ of: asked }: MoreProps) {
  const grown = useFocusOnGrown(!asked.hasNextPage);
  if (!asked.hasNextPage) return <span ref={grown.beside} hidden />;
  const failed = asked.isFetchNextPageError && asked.error;
  return (
    <>
      {failed && (
        <Banner kind="error" fact={failed.unreachable ? m.unreachable() : m.restDidNotLoad()}>
          {failed.unreachable ? "" : failed.message}
        </Banner>
      )}
      <span ref={grown.beside} hidden />
      <p className="row form-acts">
        <Button
          busy={asked.isFetchingNextPage}
          onClick={() => {
            grown.asked();
            void asked.fetchNextPage();
          }}
        >
          {failed ? m.tryAgain() : m.more()}
        </Button>
      </p>
    </>
  );
}
