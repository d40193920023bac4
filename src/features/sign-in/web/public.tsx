export { endsSoon } from "../token-life.ts";
export { ChangePassword } from "./change-password.tsx";
export { MakeToken } from "./make-token.tsx";
export { SessionList } from "./session-list.tsx";
export { SignOut } from "./sign-out.tsx";
export { Tokens } from "./tokens.tsx";
