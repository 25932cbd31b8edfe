/** System.Search. Source: Apex Reference, "Search Class"; SOQL and SOSL Reference, "SOSL in Apex". */
import type { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { queryVariable } from "../../runtime/query-variables.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { SearchResultsValue } from "../Search/SearchResults.ts";
import { required } from "../required.ts";
import type { AccessLevelValue } from "./AccessLevel.ts";

export const searchBehaviour = platformType({
  type: "System.Search",
  statics: {
    query: search,
    find: (text: string | null, access?: AccessLevelValue) =>
      new SearchResultsValue([...search(text, access)]),
  },
});

function search(text: string | null, access?: AccessLevelValue): ApexList<ApexList<SObjectValue>> {
  return transaction().host.data.searchText(required(text), queryVariable, {
    access: access?.mode ?? null,
    sharing: "caller",
  });
}
