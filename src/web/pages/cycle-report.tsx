import { useParams } from "wouter";
import { CycleReport } from "../../features/closing/web/public.tsx";
import NotFound from "./not-found.tsx";

/** What a cycle reached. */
export default function CycleReportPage() {
  const { id = "" } = useParams();
  return <CycleReport id={id} missing={<NotFound />} />;
}
