import { messages } from "../../../web/ui/messages.ts";
import { house, office, train } from "./icons.ts";
import catalogue from "./presence.messages.json";

const m = messages(catalogue);

export type At = "home" | "office" | "travel" | "off";

export const places = ["home", "office", "travel", "off"] as const;
export const placeWords: Record<At, () => string> = { home: m.home, office: m.office, travel: m.travel, off: m.off };
export const placeIcons: Partial<Record<At, string>> = { home: house, office, travel: train };
