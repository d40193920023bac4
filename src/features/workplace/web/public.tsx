export { WorkplaceProfile } from "./profile.tsx";
export { Sites } from "./sites.tsx";
export { WeekPage } from "./week-page.tsx";
