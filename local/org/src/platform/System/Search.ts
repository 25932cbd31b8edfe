/** System.Search. Source: Apex Reference, "Search Class"; SOQL and SOSL Reference, "SOSL in Apex". */
import { queryVariable } from "../../runtime/query-variables.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";
import type { AccessLevelValue } from "./AccessLevel.ts";

export const searchBehaviour = platformType({
  type: "System.Search",
  statics: {
    query: (text: string | null, access?: AccessLevelValue) =>
      transaction().host.data.searchText(required(text), queryVariable, {
        access: access?.mode ?? null,
        sharing: "caller",
      }),
  },
});
