import { describe, expect, it } from "vitest";
import type { DataAccess, DmlRequest } from "../runtime/host.ts";
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { SOBJECT } from "../runtime/type.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../store/fixture/small-schema.ts";
import { apex, type ApexFixture } from "../testing/apex.ts";
import { testHost } from "../testing/host.ts";

const schema = schemaFixture([ACCOUNT, CONTACT]);

function record(object: string, values: Readonly<Record<string, unknown>>): SObjectValue {
  const describe = schema.object(object);
  if (describe === undefined) throw new Error(`No ${object}`);
  const made = new SObjectValue(describe);
  for (const [name, value] of Object.entries(values)) made.values.set(name, value);
  return made;
}

/** A fixture whose queries give these rows, whatever they ask. */
function withRows(
  rows: readonly SObjectValue[],
  watch: { binds?: (binds: readonly unknown[]) => void; dml?: (request: DmlRequest) => void } = {},
): ApexFixture {
  const refusing = testHost(schema).data;
  const data: DataAccess = {
    ...refusing,
    query: (_query, binds) => {
      watch.binds?.(binds);
      return new ApexList(SOBJECT, [...rows]);
    },
    count: () => rows.length,
    dml: (request) => {
      watch.dml?.(request);
      return [];
    },
  };
  return apex().schema(schema).host({ data });
}

describe("records", () => {
  it("reads, writes and prints fields in the order they were set", () => {
    const { debug } = withRows([]).run(`
      Account a = new Account(Name = 'Acme');
      a.Name += ' Inc';
      System.debug(a);
      System.debug(a.Id == null);
      SObject s = a;
      System.debug(((Account) s).Name);
      System.debug(s instanceof Contact);
    `);

    expect(debug).toEqual(["Account:{Name=Acme Inc}", "true", "Acme Inc", "false"]);
  });

  it("gives null for a field of a parent that is not there", () => {
    const { debug } = withRows([]).run(`
      Contact c = new Contact();
      System.debug(c.Account.Name);
      c.Account = new Account(Name = 'Acme');
      System.debug(c.Account.Name);
    `);

    expect(debug).toEqual(["null", "Acme"]);
  });

  it("refuses to read a field that the query did not ask for", () => {
    const row = record("Account", { Id: "001000000000001AAA" });
    row.selection = { fields: new Set(["Id"]), parents: new Set(), children: new Set() };

    const { exception } = withRows([row]).run(
      "Account a = [SELECT Id FROM Account]; String n = a.Name;",
    );

    expect(exception?.headline).toBe(
      "System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name",
    );
  });

  it("takes one record of a query only where there is exactly one row", () => {
    const one = record("Account", { Name: "One" });
    const code = "Account a = [SELECT Id, Name FROM Account]; System.debug(a.Name);";

    expect(withRows([one]).run(code).debug).toEqual(["One"]);
    expect(withRows([]).run(code).exception?.headline).toBe(
      "System.QueryException: List has no rows for assignment to SObject",
    );
    expect(withRows([one, one]).run(code).exception?.headline).toBe(
      "System.QueryException: List has more than 1 row for assignment to SObject",
    );
  });

  it("hands the values of binds to the query, in order", () => {
    const seen: unknown[][] = [];
    withRows([], { binds: (binds) => seen.push([...binds]) }).run(`
      String name = 'x';
      List<Account> found = [SELECT Id FROM Account WHERE Name = :name.toUpperCase() LIMIT :1 + 1];
    `);

    expect(seen).toEqual([["X", 2]]);
  });

  it("loops over a query one by one and in batches of 200", () => {
    const rows = Array.from({ length: 450 }, (_, index) =>
      record("Account", { Name: `n${index}` }),
    );

    const { debug } = withRows(rows).run(`
      Integer n = 0;
      for (Account a : [SELECT Name FROM Account]) { n++; if (n == 3) { System.debug(a.Name); break; } }
      for (List<Account> batch : [SELECT Name FROM Account]) { System.debug(batch.size()); }
    `);

    expect(debug).toEqual(["n2", "200", "200", "50"]);
  });

  it("tells the org the operation, the records, the access mode and the external id field of a DML statement", () => {
    const requests: DmlRequest[] = [];
    withRows([], { dml: (request) => requests.push(request) }).run(`
      insert new Account(Name = 'one');
      update as user new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
    `);

    expect(
      requests.map(({ operation, records, access, allOrNone }) => [
        operation,
        records.length,
        access,
        allOrNone,
      ]),
    ).toEqual([
      ["insert", 1, "system", true],
      ["update", 2, "user", true],
    ]);
  });

  it("raises NullPointerException for DML on null", () => {
    expect(withRows([]).run("Account a; insert a;").exception?.typeName).toBe(
      "System.NullPointerException",
    );
  });

  it("switches on the type of a record", () => {
    const { debug } = withRows([]).run(`
      for (SObject s : new List<SObject>{ new Account(Name = 'A'), new Contact(LastName = 'C'), null }) {
        switch on s {
          when Account a { System.debug('account ' + a.Name); }
          when Contact c { System.debug('contact ' + c.LastName); }
          when null { System.debug('null'); }
        }
      }
    `);

    expect(debug).toEqual(["account A", "contact C", "null"]);
  });

  it("keys sets by the content of records", () => {
    const { debug } = withRows([]).run(`
      Set<Account> s = new Set<Account>{ new Account(Name = 'x'), new Account(Name = 'x') };
      System.debug(s.size() + ' ' + (new Account(Name = 'x') == new Account(Name = 'x')));
    `);

    expect(debug).toEqual(["1 true"]);
  });
});

describe("Database.query", () => {
  it("binds the variables in scope where the call is written: locals, then fields", () => {
    const seen: unknown[] = [];
    const refusing = testHost(schema).data;
    const data: DataAccess = {
      ...refusing,
      queryText: (_text, bind) => {
        seen.push(bind("name"), bind("acc.Name"), bind("LIMIT_ROWS"), bind("held"));
        return new ApexList(SOBJECT, []);
      },
    };
    const { exception } = apex()
      .schema(schema)
      .host({ data })
      .class(
        `public class Finder {
          static final Integer LIMIT_ROWS = 7;
          String held = 'field';
          String name = 'hidden by the parameter';
          public List<Account> find(String name) {
            for (Account acc : new List<Account>{ new Account(Name = 'Acme') }) {
              return Database.query('SELECT Id FROM Account WHERE Name = :name');
            }
            return null;
          }
        }`,
      )
      .run("new Finder().find('local');");

    expect(exception).toBeNull();
    expect(seen).toEqual(["local", "Acme", 7, "field"]);
  });

  it.each([
    ["of a block that has ended", "if (true) { String nested = 'x'; }"],
    ["of the last of two blocks", "{ String nested = 'y'; } { String nested = 'x'; }"],
    ["that is declared again after it", "{ String nested = 'x'; } QUERY String nested = 'z';"],
  ])("binds a variable %s", (_which, before) => {
    const seen: unknown[] = [];
    const refusing = testHost(schema).data;
    const data: DataAccess = {
      ...refusing,
      queryText: (_text, bind) => {
        seen.push(bind("nested"));
        return new ApexList(SOBJECT, []);
      },
    };
    const query = "Database.query('SELECT Id FROM Account WHERE Name = :nested');";
    const block = before.includes("QUERY") ? before.replace("QUERY", query) : `${before} ${query}`;

    const { exception } = apex().schema(schema).host({ data }).run(block);

    expect(exception).toBeNull();
    expect(seen).toEqual(["x"]);
  });

  it("does not know variables of blocks that did not run", () => {
    const refusing = testHost(schema).data;
    const data: DataAccess = {
      ...refusing,
      queryText: (_text, bind) => {
        bind("nested");
        return new ApexList(SOBJECT, []);
      },
    };

    const { exception } = apex()
      .schema(schema)
      .host({ data })
      .run(
        "if (false) { String nested = 'x'; } List<Account> l = Database.query('SELECT Id FROM Account WHERE Name = :nested');",
      );

    expect(exception?.headline).toBe("System.QueryException: Variable does not exist: nested");
  });
});
