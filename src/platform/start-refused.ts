/** Why the program does not start, as one sentence for the person who started it. Shown without a stack. */
export class StartRefused extends Error {
  override name = "StartRefused";
}
