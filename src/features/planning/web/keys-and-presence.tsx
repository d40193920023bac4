import { usePresence } from "./presence.ts";
import { useStudio } from "./studio-context.ts";
import { useStudioKeys } from "./studio-keys.ts";

/** Hears the keys of a plan and tells others which line its reader looks at. */
export default function KeysAndPresence() {
  const { studio, current } = useStudio();
  useStudioKeys();
  usePresence(studio.id, current);
  return null;
}
