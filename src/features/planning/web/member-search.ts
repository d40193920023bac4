/** The search for a member, fetched when one is first looked for. */
export { MemberPicker as default } from "../../people/web/public.tsx";
