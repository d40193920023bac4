import { KeyResultStatus } from "../../okrs/web/public.tsx";

/** A status that says on hover and focus what it follows from: apart, so that the line stands before its reasons arrive. */
export default KeyResultStatus;
