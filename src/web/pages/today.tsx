import { lazy, Suspense } from "react";
import { TodayPage } from "../../features/focus/web/public.tsx";
import { messages } from "../ui/messages.ts";
import catalogue from "../web.messages.json";

const m = messages(catalogue);
/** Loaded after the page: most days nothing is closing. */
const ToClose = lazy(() =>
  import("../../features/closing/web/public.tsx").then(({ ToClose }) => ({ default: ToClose })),
);

export default function Today() {
  const waits = (
    <Suspense>
      <ToClose />
    </Suspense>
  );
  return <TodayPage title={m.today()} also={waits} />;
}
