/** Where the operations of alignment live, for every page that asks for one: they come with it, not with the first page. */
import operations from "virtual:operations/alignment";
import { alsoKnow } from "./api.ts";

alsoKnow(operations);
