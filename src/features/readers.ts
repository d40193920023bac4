/** Who reacts to recorded events, in order. */
import type { Reader } from "../platform/live/feed.ts";

export const readers: Reader[] = [];
