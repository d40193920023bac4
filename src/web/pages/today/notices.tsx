import { DependenciesWaiting } from "../../../features/alignment/web/public.tsx";
import { ToClose } from "../../../features/closing/web/public.tsx";
import { MentionsWaiting } from "../../../features/conversation/web/public.tsx";
import { PlansWaiting } from "../../../features/planning/web/public.tsx";

/** Loaded after the page: most days nobody mentions or asks for anything, no plan waits, and nothing is closing. */
export default function Notices() {
  return (
    <>
      <MentionsWaiting />
      <PlansWaiting />
      <DependenciesWaiting />
      <ToClose />
    </>
  );
}
