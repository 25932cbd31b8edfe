/** Database.LeadConvertResult. Source: Apex Reference, "LeadConvertResult Class". */
import { plainResultType } from "../json/plain-result.js";
export const leadConvertResultBehaviour = plainResultType("Database.LeadConvertResult");
