import { useParams } from "wouter";
import { RetrospectivePage } from "../../features/closing/web/public.tsx";
import NotFound from "./not-found.tsx";

/** Written alone first, then read together. */
export default function Retrospective() {
  const { id = "" } = useParams();
  return <RetrospectivePage id={id} missing={<NotFound />} />;
}
