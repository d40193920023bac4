import { TodayPage } from "../../features/focus/web/public.tsx";
import { messages } from "../ui/messages.ts";
import catalogue from "../web.messages.json";

const m = messages(catalogue);

export default function Today() {
  return <TodayPage title={m.today()} />;
}
