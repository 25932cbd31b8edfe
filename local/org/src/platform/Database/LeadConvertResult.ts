/** Database.LeadConvertResult. Source: Apex Reference, "LeadConvertResult Class". */
import { plainResultType } from "../json/plain-result.ts";

export const { behaviour: leadConvertResultBehaviour, create: newLeadConvertResult } =
  plainResultType("Database.LeadConvertResult");
