import { PoliciesPage } from "../../features/policies/web/public.tsx";

export default PoliciesPage;
