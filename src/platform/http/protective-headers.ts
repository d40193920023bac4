import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/** What every answer tells a browser to allow; `https` where it is reached that way. Alike for all, so asked for once. */
export function protectiveHeaders(https: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string) => {
    headers[name.toLowerCase()] = value;
  };
  const answer = { setHeader, removeHeader: () => {} } as unknown as ServerResponse;
  helmet(policy(https))({} as IncomingMessage, answer, (error) => {
    if (error) throw error;
  });
  return headers;
}

function policy(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: https,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
