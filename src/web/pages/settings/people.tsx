import { PeopleAndTeams } from "../../../features/people/web/public.tsx";
import "./settings.css";

export default function People() {
  return <PeopleAndTeams />;
}
