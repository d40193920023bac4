import { keeps } from "../../platform/http/keeps.ts";
import { coach } from "./coach.ts";
import { coach as contract } from "./contract.ts";
import { withWords } from "./with-words.ts";

const os = keeps(contract);

const coachRoom = os.router({
  read: os.read.handler(({ input: { texts, ...context } }) => ({
    items: texts.map(({ text, fields }) => ({ text, ...withWords(coach(text, { ...context, fields })) })),
  })),
});

export { coachRoom as coach };
