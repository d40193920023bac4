import { useParams } from "wouter";
import { ReadinessPage } from "../../features/policies/web/public.tsx";
import NotFound from "./not-found.tsx";

/** How ready a team is for remote work. */
export default function Readiness() {
  const { id = "" } = useParams();
  return <ReadinessPage key={id} id={id} missing={<NotFound />} />;
}
