import { AlignmentPage } from "../../features/alignment/web/public.tsx";
import NotFound from "./not-found.tsx";

export default function Alignment() {
  return <AlignmentPage missing={<NotFound />} />;
}
