import { createContext, useContext } from "react";
import type { OutputOf } from "./api.ts";

type Session = OutputOf<"signIn.session.current">;

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in, in which organisation; on members' pages only. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is asked on a page that anyone opens.");
  return session;
}
