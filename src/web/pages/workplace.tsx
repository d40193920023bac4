import { WeekPage } from "../../features/workplace/web/public.tsx";

export default WeekPage;
