/**
 * What of an address is not the web's own, as Vite takes it: a pattern that begins with ^. Whole words of the address,
 * as /api.ts is a module of the web.
 */
export const passedOn = "^/(api|healthz|readyz)(?=[/?]|$)";
