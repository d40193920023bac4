import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./dialogs.messages.json";

/** The words of what is asked beside the lines of a plan. */
export const m = messages(catalogue);
