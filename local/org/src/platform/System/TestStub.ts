/** Test.createStub. Source: Apex Developer Guide, "Build a Mocking Framework with the Stub API". */
import type { ApexObject } from "../../runtime/object.ts";
import { createStub } from "../../runtime/stub.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export const testStubBehaviour = platformType({
  type: "System.Test",
  statics: {
    createStub: (type: TypeValue | null, provider: ApexObject | null) =>
      createStub(required(type).type, required(provider)),
  },
});
