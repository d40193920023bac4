import { SessionList } from "../../../features/sign-in/web/public.tsx";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);

export default function Sessions() {
  return (
    <>
      <PageHead title={m.sessions()} sub={m.sessionsSub()} />
      <SessionList />
    </>
  );
}
