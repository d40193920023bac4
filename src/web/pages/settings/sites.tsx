import { Sites } from "../../../features/workplace/web/public.tsx";
import "./settings.css";

export default Sites;
