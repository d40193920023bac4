import { useParams } from "wouter";
import { PolicyEditPage } from "../../features/policies/web/public.tsx";
import NotFound from "./not-found.tsx";

/** Where a draft of a policy is written. */
export default function PolicyEdit() {
  const { id = "" } = useParams();
  return <PolicyEditPage key={id} id={id} missing={<NotFound />} />;
}
