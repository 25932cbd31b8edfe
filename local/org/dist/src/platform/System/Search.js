/** System.Search. Source: Apex Reference, "Search Class"; SOQL and SOSL Reference, "SOSL in Apex". */
import { queryVariable } from "../../runtime/query-variables.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export const searchBehaviour = platformType({
    type: "System.Search",
    statics: {
        query: (text, access) => transaction().host.data.searchText(required(text), queryVariable, {
            access: access?.mode ?? null,
            sharing: "caller",
        }),
    },
});
