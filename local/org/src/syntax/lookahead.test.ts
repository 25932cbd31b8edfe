import { ApexErrorListener } from "@apexdevtools/apex-parser";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SMALL_CLASSES } from "./fixture/small-constructs.ts";
import { createParser } from "./tokens.ts";

class CountedErrors extends ApexErrorListener {
  count = 0;

  override syntaxError(): void {
    this.count += 1;
  }

  override apexSyntaxError(): void {
    // The other one hears of everything.
  }
}

interface Node {
  readonly symbol?: { readonly text: string };
  readonly children?: readonly Node[] | null;
}

/** Every construct with its name and its tokens. */
function shape(tree: Node): unknown {
  return tree.symbol?.text ?? [tree.constructor.name, ...(tree.children ?? []).map(shape)];
}

/** null where it does not parse. */
function shapeOf(text: string, isRight: boolean): unknown {
  const errors = new CountedErrors();
  const tree = createParser(text, errors, isRight).compilationUnit();
  // ANTLR's declarations leave out what a tree's children are.
  return errors.count > 0 ? null : shape(tree as unknown as Node);
}

function expectSameTree(text: string): void {
  const byAntlr = shapeOf(text, false);
  expect(byAntlr).not.toBeNull();
  expect(shapeOf(text, true)).toEqual(byAntlr);
}

test.each([
  "x = a instanceof List < b;",
  "x = a instanceof List<String> && b;",
  "x = a instanceof Map<Id, List<String>[]>;",
  "x = a instanceof B.C;",
  "x = a instanceof B < c == d;",
  "List < Id > a; List<Id> b = c; Set<Id> d, e; Map<Id, Set<B.C[]>> f = g; List<Id>[] h = i;",
  "x = (a) - b; x = (a) + b; x = (a)[0]; x = (a)++; x = (A[]) b; x = (a[0]) + b; x = (a.b).c();",
  "x = (A) b; x = (A.B) c(); x = (A) (b); x = (A) 'b'; x = (A) !b; x = (A) new B(); x = (A) this.b; x = (A) null;",
  "x = (List<A>) b; x = (Map<Id, List<A>>) b.c; x = (a < b); x = (a < b && c > d); x = (a < b) > c;",
  "x = (a) * b; x = (a) == b ? (c) : (d); x = (a) instanceof B; x = (A) [SELECT Id FROM B];",
  "x = (List<A>) [SELECT Id FROM B]; x = ((A) b).c; x = (a); f((a), (b)); x = (Integer) (Decimal) a;",
  "x = a ? b : c ? d : e; x = a ?? b ?? c; x = a?.b?.c(d)[0].e; x = a << b >> c >>> d; x >>>= y; x <<= y;",
  "x = a - -b + +c - --d + e++ - f--; x = -a * b; x = !a.b() || c && d | e ^ f & g; x = a = b += c;",
  "x = a.b(c).d.e(f, g).size(); x = A.class; x = A.B.class; x = List<A>.class; x = String.class.getName();",
  "x = [SELECT Id FROM A WHERE b = 1]; x = [SELECT Id FROM A WHERE b = 1 AND c = 2 AND d = 3];",
  "x = [SELECT Id FROM A WHERE (b = 1 AND c = 2) OR d = 3]; x = [SELECT Id FROM A WHERE NOT b = 1];",
  "x = [SELECT Id FROM A WHERE (NOT b = 1) AND (c = 2 OR d IN (SELECT e FROM F WHERE g = 1 OR h = 2))];",
  "x = [SELECT Id FROM A WHERE b IN :c.d(e, f[0]) OR g LIKE :(h + 'i') LIMIT :j - 1];",
  "x = [SELECT b FROM A WHERE b = 1 GROUP BY b HAVING COUNT(Id) > 1 OR COUNT(Id) < 3];",
  "x = [SELECT Id, (SELECT Id FROM B WHERE c = 1 OR d = 2) FROM A WHERE e = 1 AND f = 2 ORDER BY g];",
])("chooses as ANTLR does: %s", (statements) => {
  expectSameTree(`class A { void f() { ${statements} } }`);
});

test("chooses as ANTLR does in small classes of every construct", () => {
  const parsed = SMALL_CLASSES.filter((text) => shapeOf(text, false) !== null);

  expect(parsed.length).toBeGreaterThan(50);
  for (const text of parsed) expectSameTree(text);
});

test("chooses as ANTLR does in the classes that state what Salesforce does", () => {
  const folder = path.resolve(import.meta.dirname, "../../behaviour");
  const files = globSync("**/*.cls", { cwd: folder });

  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expectSameTree(readFileSync(path.join(folder, file), "utf8"));
});
