import { messages } from "../../../../web/ui/messages.ts";
import catalogue from "./page.messages.json";

export const m = messages(catalogue);
