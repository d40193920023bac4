import { useParams } from "wouter";
import { DecisionPage } from "../../features/workplace/web/public.tsx";
import NotFound from "./not-found.tsx";

/** One question that is decided in writing. */
export default function Decision() {
  const { id = "" } = useParams();
  return <DecisionPage key={id} id={id} missing={<NotFound />} />;
}
