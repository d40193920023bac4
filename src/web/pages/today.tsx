import { Suspense } from "react";
import { TodayPage } from "../../features/focus/web/public.tsx";
import { useAsk } from "../ask.ts";
import { later } from "../later.tsx";
import { useSession } from "../session.ts";
import { messages } from "../ui/messages.ts";
import catalogue from "../web.messages.json";

const m = messages(catalogue);
/** Loaded only while a pulse asks. */
const PulseAsksMe = later(() =>
  import("../../features/engagement/web/public.tsx").then((pulses) => ({ default: pulses.PulseAsksMe })),
);

/** What others ask and what closes: loaded after the page. */
const Notices = later(() => import("./today/notices.tsx"));

export default function Today() {
  const { role } = useSession().member;
  const mine = useAsk("engagement.pulse.mine", undefined, { enabled: role !== "guest", live: ["pulse"] });
  const notice = role !== "guest" && (
    <>
      {mine.data?.pulse && !mine.data.answered && (
        <Suspense>
          <PulseAsksMe mine={mine.data} />
        </Suspense>
      )}
      <Suspense>
        <Notices />
      </Suspense>
    </>
  );
  return <TodayPage title={m.today()} notice={notice} />;
}
