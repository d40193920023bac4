export { Imperatives } from "./imperatives.tsx";
export { StatementForm } from "./statement-form.tsx";
