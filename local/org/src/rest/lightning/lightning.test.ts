import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileProject, type CompiledProject } from "../../compile/compile-project.ts";
import { metadataXml, writeProject, type TestProject } from "../../schema/fixture/project.ts";
import { ORDER_PROJECT } from "../testing/order-project.ts";
import { PUBLISHER, ServedApi } from "../testing/served-api.ts";

const CONTROLLER = `public with sharing class LineController {
  public class Line {
    @AuraEnabled public String key;
    @AuraEnabled public Datetime at;
    @AuraEnabled public Decimal amount;
    public String secret = 'not told';
  }
  @AuraEnabled(cacheable=true)
  public static List<Line> lines(Integer count) {
    List<Line> lines = new List<Line>();
    for (Integer i = 0; i < count; i++) {
      Line line = new Line();
      line.key = 'k' + i;
      line.at = Datetime.newInstanceGmt(2026, 1, 31, 10, 0, 0);
      line.amount = 12.50;
      lines.add(line);
    }
    return lines;
  }
  @AuraEnabled
  public static Order_Line__c create(String name) {
    Order_Line__c line = new Order_Line__c(Name = name, Amount__c = 3);
    insert line;
    return line;
  }
  @AuraEnabled
  public static void refuse() {
    throw new AuraHandledException('Choose another line.');
  }
  @AuraEnabled
  public static void break() {
    insert new Order_Line__c(Name = 'undone');
    throw new IllegalArgumentException('no such line');
  }
  public static void hidden() {}
}`;

let project: TestProject;
let compiled: CompiledProject;

beforeAll(() => {
  project = writeProject({
    ...ORDER_PROJECT,
    "force-app/main/default/classes/LineController.cls": CONTROLLER.replaceAll("break()", "fail()"),
    "force-app/main/default/classes/LineController.cls-meta.xml": metadataXml(
      "ApexClass",
      "<apiVersion>66.0</apiVersion><status>Active</status>",
    ),
  });
  compiled = compileProject({ paths: [project.path] });
  expect(compiled.diagnostics).toEqual([]);
});

afterAll(() => project.remove());

const action = (method: string): string => `//lwr/apex/v66.0/LineController/${method}`;
const reading = (method: string, parameters: object): string =>
  `${action(method)}?methodParams=${encodeURIComponent(JSON.stringify(parameters))}`;

describe("an action of a component", () => {
  test("is read with its arguments in the query, and gives @AuraEnabled members only", () => {
    const answer = new ServedApi(compiled).call(reading("lines", { count: 1 }));

    expect(answer).toMatchObject({ status: 200, headers: { "cache-control": "private" } });
    expect(answer.body).toEqual([{ key: "k0", at: "2026-01-31T10:00:00.000Z", amount: 12.5 }]);
  });

  test("that writes is a POST, and gives a record without attributes", () => {
    const api = new ServedApi(compiled);

    const answer = api.call(action("create"), { method: "POST", body: { name: "first" } });

    expect(answer.body).toMatchObject({ Name: "first", Amount__c: 3 });
    expect(answer.body).not.toHaveProperty("attributes");
    expect(api.call(reading("create", { name: "by GET" })).status).toBe(405);
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 1 });
  });

  test("refuses with the words of its AuraHandledException", () => {
    expect(new ServedApi(compiled).call(action("refuse"), { method: "POST" })).toMatchObject({
      status: 500,
      body: { message: "Choose another line.", isUserDefinedException: true },
    });
  });

  test("that throws leaves nothing behind, and says type and place", () => {
    const api = new ServedApi(compiled);

    expect(api.call(action("fail"), { method: "POST" })).toMatchObject({
      status: 500,
      body: {
        message: "no such line",
        exceptionType: "System.IllegalArgumentException",
        stackTrace: expect.stringContaining("LineController.fail") as string,
      },
    });
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 0 });
  });

  test("is closed to a user without access to its class", () => {
    const answer = new ServedApi(compiled).call(reading("lines", { count: 1 }), { as: PUBLISHER });

    expect(answer).toMatchObject({
      status: 403,
      body: { message: "You do not have access to the Apex class named 'LineController'." },
    });
  });

  test.each(["hidden", "nothing"])("is not %s, which no component may call", (method) => {
    expect(new ServedApi(compiled).call(action(method), { method: "POST" }).status).toBe(404);
  });

  test("costs no API request", () => {
    const api = new ServedApi(compiled, 0);

    expect(api.call(reading("lines", { count: 1 })).status).toBe(200);
    expect(api.call("/limits").status).toBe(403);
  });
});

describe("a record of the User Interface API", () => {
  test("is made, read with the words a person reads, changed and deleted", () => {
    const api = new ServedApi(compiled);
    const account = api.create("Account", { Name: "Acme" });

    const made = api.call("/ui-api/records", {
      method: "POST",
      body: {
        apiName: "Order_Line__c",
        fields: { Name: "L", Account__c: account, Amount__c: 1234.5, Day__c: "2026-01-31" },
      },
    });
    const { id } = made.body as { id: string };
    const fields = "Order_Line__c.Amount__c,Order_Line__c.Day__c,Order_Line__c.Account__r.Name";
    const read = api.call(`/ui-api/records/${id}?fields=${fields}`);

    expect(made.status).toBe(201);
    expect(read.body).toMatchObject({
      apiName: "Order_Line__c",
      id,
      fields: {
        Amount__c: { value: 1234.5, displayValue: "1,234.50" },
        Day__c: { value: "2026-01-31", displayValue: "1/31/26" },
        Account__r: { displayValue: "Acme", value: { apiName: "Account" } },
      },
    });
    const changed = api.call(`/ui-api/records/${id}`, {
      method: "PATCH",
      body: { fields: { Amount__c: 2 } },
    });
    expect(changed.body).toMatchObject({ fields: { Amount__c: { displayValue: "2.00" } } });
    expect(api.call(`/ui-api/records/${id}`, { method: "DELETE" }).status).toBe(204);
    expect(api.call(`/ui-api/records/${id}?fields=${fields}`).status).toBe(404);
  });

  test("leaves out optional fields that are not there, and refuses required ones", () => {
    const api = new ServedApi(compiled);
    const id = api.create("Order_Line__c", { Name: "L" });

    const wished = api.call(`/ui-api/records/${id}?optionalFields=Order_Line__c.Nothing__c`);

    expect(wished.status).toBe(200);
    expect(wished.body).not.toHaveProperty("fields.Nothing__c");
    expect(api.call(`/ui-api/records/${id}?fields=Order_Line__c.Nothing__c`).status).toBe(400);
  });
});

describe("the page's own resources", () => {
  test("say who looks", () => {
    expect(new ServedApi(compiled).call("//_local/lightning/viewer").body).toMatchObject({
      user: { locale: "en_US", timeZone: expect.any(String) as string },
      customPermissions: [],
    });
  });

  test("give rows as records, within the rights of who asks", () => {
    const api = new ServedApi(compiled);
    api.create("Order_Line__c", { Name: "L" });
    const rows = `//_local/lightning/rows?q=${encodeURIComponent("SELECT Name FROM Order_Line__c")}`;

    expect(api.call(rows).body).toMatchObject({
      count: 1,
      records: [{ fields: { Name: { value: "L" } } }],
    });
    expect(api.call(rows, { as: PUBLISHER }).status).toBe(400);
  });
});
