/** System.Http. Source: Apex Reference, "Http Class". */
import { platformType } from "../../runtime/behaviour.js";
import { sendHttp } from "../callouts/send.js";
import { required } from "../required.js";
export class HttpValue {
    toString() {
        return "System.Http[]";
    }
}
export const httpBehaviour = platformType({
    type: "System.Http",
    implementation: HttpValue,
    constructors: { new: () => new HttpValue() },
    methods: {
        send: (_http, request) => sendHttp(required(request)),
        toString: (http) => http.toString(),
    },
});
