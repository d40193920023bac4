import type { Command } from "commander";
import { refusal } from "../client/problem-words.ts";
import { forgetWhere, isToken, parseAddress, savedFile, saveWhere, tokenForm, type Where } from "../client/where.ts";
import { writingTrouble } from "../platform/files.ts";
import type { Ground } from "./ground.ts";

/** `sign-in URL` keeps where the server is and an API token that was tried; `sign-out` forgets both. */
export function addSignIn(program: Command, { terminal, server }: Ground): void {
  program
    .command("sign-in")
    .argument("<url>", "what you type into the browser, such as https://okr.example.org")
    .description("keep an API token for the next commands; it is asked for, or read from the input")
    .action(async (url: string) => {
      const address = parseAddress(url);
      if (!address) throw refusal("url", "an address like https://okr.example.org", "Give the address of your server.");
      if (isReadableOnTheWay(address)) terminal.sayAside("Without https others on the way can read the token.");
      const token = await readToken(address, terminal);
      if (!isToken(token))
        throw refusal(
          "token",
          `an API token: ${tokenForm}`,
          `Copy it whole, or make one at ${address}/settings/tokens.`,
        );
      const { organisation, member, scopes } = await server({ address, token }).ask(
        "signIn.session.current",
        undefined,
      );
      const file = keep({ address, token });
      terminal.say(
        `Signed in to ${organisation.name} as ${member.name} (${member.role}); the token may ${scopes.join(", ")}.`,
        `Kept in ${file}, for you alone.`,
      );
    });
  program
    .command("sign-out")
    .description("forget the kept token; to make it useless everywhere, revoke it: throughline tokens revoke")
    .action(() => {
      forgetWhere();
      terminal.say("Signed out here. The token still works until it is revoked or expires.");
    });
}

function keep(where: Where): string {
  try {
    return saveWhere(where);
  } catch (error) {
    const { why } = writingTrouble(savedFile(), error);
    throw refusal(
      "token",
      `a place to keep it: ${why}`,
      "Set XDG_CONFIG_HOME to a folder of yours, or THROUGHLINE_URL and THROUGHLINE_TOKEN.",
    );
  }
}

async function readToken(address: string, terminal: Ground["terminal"]): Promise<string> {
  if (!terminal.interactive) return (await terminal.readInput()).trim();
  return (
    (await terminal.askHidden(`API token (from ${address}, Settings, API tokens; it is not shown): `))?.trim() ?? ""
  );
}

function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
