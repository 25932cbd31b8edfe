import { createStub } from "../../runtime/stub.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export const testStubBehaviour = platformType({
    type: "System.Test",
    statics: {
        createStub: (type, provider) => createStub(required(type).type, required(provider)),
    },
});
