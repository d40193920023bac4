/** Who reacts to recorded events, in order. */
import type { Reader } from "../platform/live/feed.ts";
import { alignmentReader } from "./alignment/jobs.ts";
import { forecastReader } from "./cadence/jobs.ts";
import { rollUpReader } from "./okrs/jobs.ts";
import { evidenceReader } from "./policies/jobs.ts";

export const readers: Reader[] = [rollUpReader, forecastReader, alignmentReader, evidenceReader];
