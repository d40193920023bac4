export { createIdentity, type Identity } from "./identity/identity.ts";
export { createTokens, type Tokens } from "./identity/tokens.ts";
export { createWhoAsks } from "./identity/who-asks.ts";
