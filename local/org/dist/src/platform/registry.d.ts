export { hasBehaviour } from "../runtime/behaviour-table.ts";
