import { useSearch } from "wouter";
import { CheckInFlow } from "../../features/cadence/web/public.tsx";
import { isId, understood } from "../understood.ts";

/** `?keyResult=` asks for one key result; without it everything that is due is stepped through. */
export default function CheckIn() {
  const asked = understood(useSearch(), { keyResult: isId });
  return <CheckInFlow keyResultId={asked.get("keyResult")} />;
}
