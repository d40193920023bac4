import { useSearchParams } from "wouter";
import { CheckInFlow } from "../../features/cadence/web/public.tsx";

/** `?keyResult=` asks for one key result; without it everything that is due is stepped through. */
export default function CheckIn() {
  const [search] = useSearchParams();
  return <CheckInFlow keyResultId={search.get("keyResult")} />;
}
