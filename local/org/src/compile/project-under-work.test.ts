import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  metadataXml,
  sfdxProject,
  writeProject,
  type TestProject,
} from "../schema/fixture/project.ts";
import { compileProject, type CompiledProject } from "./compile-project.ts";
import { ProjectUnderWork, type Refreshed } from "./project-under-work.ts";

const SOURCES = {
  Shape: `public virtual class Shape {
    public virtual Decimal area() { return 0; }
    public void call(Object given) { }
    public static final Integer SIDES = 4;
  }`,
  Square: `public class Square extends Shape {
    public Decimal side { get; set; }
    public Square(Decimal side) { this.side = side; }
    public override Decimal area() { return side * side; }
  }`,
  Areas: `public class Areas {
    public static Decimal of(List<Shape> shapes) {
      Decimal total = 0;
      for (Shape each : shapes) total += each.area();
      return total;
    }
    public static Decimal ofSquare() { return of(new List<Shape>{ new Square(3) }); }
  }`,
  Drawing: `public class Drawing { public Square first() { return null; } }`,
  Sketch: `public class Sketch { Decimal side = new Drawing().first().side; }`,
  Colour: `public enum Colour { RED, GREEN }`,
  Paint: `public class Paint {
    public static String of(Colour colour) {
      switch on colour { when RED { return 'warm'; } when else { return 'cold'; } }
    }
  }`,
  AreasTest: `@IsTest private class AreasTest {
    @IsTest static void adds() { Assert.areEqual(9, Areas.ofSquare()); }
  }`,
};

let files: TestProject;
let work: ProjectUnderWork;

beforeEach(() => {
  files = writeProject(
    sfdxProject({
      ...Object.fromEntries(
        Object.entries(SOURCES).map(([name, text]) => [`classes/${name}.cls`, text]),
      ),
      "triggers/AccountNames.trigger":
        "trigger AccountNames on Account (before insert) { for (Account each : Trigger.new) each.Name += Areas.ofSquare(); }",
    }),
  );
  work = new ProjectUnderWork({ paths: [files.path] });
});
afterEach(() => files.remove());

const fileOf = (name: string): string =>
  path.join(files.path, `force-app/main/default/classes/${name}.cls`);

function write(name: string, text: string): Refreshed {
  writeFileSync(fileOf(name), text);
  return work.refresh(new Set([fileOf(name)]));
}

const edit = (name: keyof typeof SOURCES, from: string, to: string): Refreshed =>
  write(name, SOURCES[name].replace(from, to));

function units(refreshed: Refreshed): readonly string[] {
  return refreshed.kind === "apex" ? [...refreshed.reached].sort() : [refreshed.kind];
}

const told = ({ classes, triggers, diagnostics }: CompiledProject): unknown => ({
  classes,
  triggers,
  diagnostics,
});

describe("an edit", () => {
  test("of what a method does reaches the method alone", () => {
    expect(units(edit("Square", "side * side", "side + side"))).toEqual(["class square#area()"]);
  });

  test("of what others can see, but nobody calls, reaches nothing else", () => {
    const added = "public static Integer sides() { return 4; } public Square(";
    expect(units(edit("Square", "public Square(", added))).toEqual(["class square#sides()"]);
  });

  test("of a method that had no line to run, or of a field, reaches all that may meet the class", () => {
    expect(units(edit("Shape", "given) { }", "given) { throw new TypeException(); }"))).toEqual([
      "class areas",
      "class areastest",
      "class drawing",
      "class shape",
      "class shape#call(object)",
      "class sketch",
      "class square",
      "trigger accountnames",
    ]);
    expect(units(edit("Shape", "SIDES = 4", "SIDES = 5"))).toContain("class shape");
  });

  test("that moves lines reaches nothing", () => {
    expect(units(edit("Areas", "public class", "// Areas of shapes\npublic class"))).toEqual([]);
  });

  test("of what others call reaches them", () => {
    const asked = SOURCES.Areas.replace("ofSquare()", "ofSquare(Integer side)");
    expect(units(write("Areas", asked))).toEqual([
      "class areas#ofsquare()",
      "class areas#ofsquare(integer)",
      "class areastest",
      "trigger accountnames",
    ]);
  });

  test("of what an object is reaches all that may meet one", () => {
    expect(units(edit("Square", "side { get;", "side { private get;"))).toEqual([
      "class areas",
      "class drawing",
      "class sketch",
      "class square",
    ]);
    expect(units(edit("Square", "extends Shape", ""))).toContain("class areas");
  });

  test("of a comment that moves no line reaches nothing", () => {
    expect(units(edit("Areas", "total = 0;", "total = 0; // none yet"))).toEqual([]);
  });

  test("that does not parse leaves the project as it was, until it does", () => {
    const before = work.project;
    expect(edit("Areas", "total = 0;", "total = ;")).toMatchObject({
      kind: "unparsed",
      diagnostics: [{ at: { line: 3 } }],
    });
    expect(work.project).toBe(before);
    expect(units(edit("Areas", "total = 0;", "total = 0;"))).toEqual(["nothing"]);
  });

  test("that does not compile says so, and what mends it reaches the same", () => {
    const broken = edit("Areas", "Decimal total = 0", "Decimal total = 'none'");
    expect(broken).toMatchObject({ kind: "apex", broken: [{ at: { line: 3 } }] });
    expect(units(broken)).toEqual(["class areas#of(list<shape>)"]);
    expect(units(edit("Areas", "", ""))).toEqual(["class areas!", "class areas#of(list<shape>)"]);
  });

  test("of one class that breaks another names the other", () => {
    const renamed = edit("Square", "Square(Decimal side)", "Square(Decimal side, Decimal other)");
    expect(renamed).toMatchObject({
      broken: [{ file: expect.stringContaining("Areas.cls") as string }],
    });
  });

  test("that adds or takes away a class reaches those that mean it", () => {
    expect(units(write("Circle", "public class Circle extends Shape { }"))).toEqual([
      "class circle",
    ]);
    expect(units(write("Decimal_", "public class Decimal_ { }"))).toEqual(["class decimal_"]);
    rmSync(fileOf("Colour"));
    const gone = work.refresh(new Set([fileOf("Colour")]));
    expect(units(gone)).toEqual(["class colour", "class paint"]);
  });

  test("of a trigger's events, or of metadata, reaches everything", () => {
    const trigger = path.join(files.path, "force-app/main/default/triggers/AccountNames.trigger");
    writeFileSync(trigger, "trigger AccountNames on Account (after insert) { }");
    expect(work.refresh(new Set([trigger])).kind).toBe("everything");
    const label = path.join(files.path, "force-app/main/default/labels.labels-meta.xml");
    writeFileSync(label, metadataXml("CustomLabels", ""));
    expect(work.refresh(new Set([label])).kind).toBe("everything");
    writeFileSync(path.join(files.path, "force-app/README.md"), "words");
    expect(work.refresh(new Set([path.join(files.path, "force-app/README.md")])).kind).toBe(
      "nothing",
    );
  });
});

test.each<readonly [string, keyof typeof SOURCES, string, string]>([
  [
    "a superclass answers to an interface",
    "Square",
    "extends Shape",
    "extends Shape implements Callable2",
  ],
  [
    "a method is overloaded",
    "Shape",
    "public virtual Decimal area()",
    "public Decimal area(Integer n) { return n; } public virtual Decimal area()",
  ],
  ["an enum gets a constant in front", "Colour", "RED,", "BLUE, RED,"],
  [
    "an inner class appears",
    "Areas",
    "public class Areas {",
    "public class Areas { public class Square { public Square(Decimal d) { } }",
  ],
  ["a method becomes abstract", "Shape", "public virtual class", "public abstract class"],
  ["a type two calls away loses a method", "Square", "public Decimal side", "public Decimal edge"],
  [
    "an abstract method is to be implemented",
    "Shape",
    "public virtual class Shape {",
    "public abstract class Shape { public abstract void paint();",
  ],
  ["a constructor takes something else", "Square", "Square(Decimal side)", "Square(String side)"],
  [
    "an overload fits better",
    "Areas",
    "public static Decimal of(List<Shape> shapes) {",
    "public static Decimal of(List<Object> shapes) { return 1; } public static Decimal of(List<Shape> shapes) {",
  ],
  ["a method returns something else", "Drawing", "Square first()", "Shape first()"],
  ["a constant changes", "Shape", "SIDES = 4", "SIDES = 5"],
])("%s: the whole is as if all of it were compiled anew", (_name, name, from, to) => {
  write("Callable2", "public interface Callable2 { void call(String given); }");
  edit(name, from, to);

  expect(told(work.project)).toEqual(told(compileProject({ paths: [files.path] })));
});
