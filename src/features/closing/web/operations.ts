/** Where the operations of this room live: they come with its pages, not with the first one. */
import operations from "virtual:operations/closing";
import { alsoKnow } from "../../../web/api.ts";

alsoKnow(operations);
