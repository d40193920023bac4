import { DependenciesWaiting } from "../../../features/alignment/web/public.tsx";
import { ToClose } from "../../../features/closing/web/public.tsx";

/** Loaded after the page: most days no other team asks for anything, and nothing is closing. */
export default function Notices() {
  return (
    <>
      <DependenciesWaiting />
      <ToClose />
    </>
  );
}
