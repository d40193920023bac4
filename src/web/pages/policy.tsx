import { useParams } from "wouter";
import { PolicyPage } from "../../features/policies/web/public.tsx";
import NotFound from "./not-found.tsx";

/** One policy, from its hypothesis to its decision. */
export default function Policy() {
  const { id = "" } = useParams();
  return <PolicyPage key={id} id={id} missing={<NotFound />} />;
}
