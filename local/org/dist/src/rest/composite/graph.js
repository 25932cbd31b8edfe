import { json } from "../http.js";
import { isJsonObject } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
import { allOrNothing, partsOf, shown } from "./composite.js";
import { textOf } from "./part.js";
const MOST_GRAPHS = 75;
const MOST_PARTS = 500;
export function graphs(context) {
    const given = bodyObject(context.request)["graphs"];
    if (!Array.isArray(given))
        throw new RestError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [graphs]");
    if (given.length > MOST_GRAPHS)
        throw new RestError(400, "LIMIT_EXCEEDED", `The maximum number of graphs is ${MOST_GRAPHS}`);
    return json(200, {
        graphs: given.filter(isJsonObject).map((graph) => {
            const graphId = textOf(graph, "graphId");
            const answers = allOrNothing(context, partsOf(graph["compositeRequest"], MOST_PARTS));
            const isSuccessful = answers.every(({ httpStatusCode }) => httpStatusCode < 400);
            return { graphId, graphResponse: { compositeResponse: answers.map(shown) }, isSuccessful };
        }),
    });
}
