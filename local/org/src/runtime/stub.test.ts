import { describe, expect, it } from "vitest";
import { apex } from "../testing/apex.ts";
import { inTransaction } from "./transaction.ts";
import { createStub } from "./stub.ts";
import { ApexObject, callMethod } from "./object.ts";

describe("createStub", () => {
  it("asks the provider with the method's name, types, parameter names and arguments", () => {
    const { transaction, debug } = apex()
      .class(
        "public virtual class Service { public virtual String find(Integer id) { return 'real'; } }",
      )
      .class(
        `public class Fake implements System.StubProvider {
          public Object handleMethodCall(Object stub, String name, Type returns, List<Type> types, List<String> names, List<Object> values) {
            System.debug(name + returns + types + names + values);
            return 'fake';
          }
        }`,
      )
      .run("Service s = new Service(); Fake f = new Fake();");

    inTransaction(transaction, () => {
      const stub = createStub(
        { kind: "class", name: "Service" },
        transaction.classes.create("Fake"),
      );
      expect(stub).toBeInstanceOf(ApexObject);
      expect(callMethod(stub, "find(Integer)", 5)).toBe("fake");
    });
    expect(debug).toEqual(["findString(Integer)(id)(5)"]);
  });
});
