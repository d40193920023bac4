import { AnchorDaysPage } from "../../features/workplace/web/public.tsx";

export default AnchorDaysPage;
