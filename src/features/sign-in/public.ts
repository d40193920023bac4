export { createIdentity, type Identity } from "./identity.ts";
export { createTokens, type Tokens } from "./tokens.ts";
export { createWhoAsks } from "./who-asks.ts";
