import { ImportDesk } from "../../../features/exchange/web/public.tsx";
import "./settings.css";

export default function Import() {
  return <ImportDesk />;
}
