/** What pages may show of a member's day and week. */
export { TodayPage } from "./today-page.tsx";
