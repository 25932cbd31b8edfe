import type { TypeBehaviour } from "../../runtime/behaviour.ts";
/** `getLeadId()`, `isSuccess()` over the fields `LeadId`, `Success`. */
export declare function plainResultType(name: string): TypeBehaviour;
