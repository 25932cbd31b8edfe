/** One bound unit → JavaScript text, its constants and where each piece came from. */
import type * as es from "estree";
import { generate, type Options } from "astring";
import type { BoundClass, BoundUnit } from "../bind/bound.ts";
import { EmitContext } from "./context.ts";
import { emitClass } from "./declarations/class.ts";
import { emittedClass } from "./declarations/definition.ts";
import { emitExpression } from "./expressions/index.ts";
import * as js from "./js.ts";
import { neverNullLocals } from "./nullness.ts";
import { PositionCollector } from "./position-collector.ts";
import { emitStatement } from "./statements/index.ts";
import { statements } from "./statements/blocks.ts";
import type { EmittedUnit } from "../runtime/unit.ts";

type SourceMapGenerator = NonNullable<Options["sourceMap"]>;

export function emitUnit(unit: BoundUnit): EmittedUnit {
  const context = new EmitContext(unit, { expression: emitExpression, statement: emitStatement });
  const classes = superclassFirst(unit.classes);
  const definitions = classes.map((node, index) => emitClass(node, index, context));
  const main = unit.kind === "class" ? [] : [mainFunction(unit, context)];
  const positions = new PositionCollector();
  // astring calls nothing but addMapping; its types ask for the whole of a source map generator.
  const sourceMap = positions as unknown as SourceMapGenerator;
  const code = generate(unitFunction([...definitions, ...main], context), { sourceMap });
  return {
    kind: unit.kind,
    name: unitName(unit),
    file: unit.file,
    // The statement's own semicolon would end the expression early.
    code: code.trimEnd().replace(/;$/, ""),
    data: {
      types: context.types,
      queries: context.queries,
      searches: context.searches,
      classes: classes.map(emittedClass),
    },
    positions: positions.rows(),
    executableLines: [...context.lines].sort((a, b) => a - b),
    dependencies: unit.dependencies,
  };
}

function unitName(unit: BoundUnit): string {
  switch (unit.kind) {
    case "class":
      return unit.classes[0]?.symbol.qualifiedName ?? "";
    case "trigger":
      return unit.name;
    case "anonymous":
      return "";
  }
}

/**
 * A class may extend another of the same file that is written below it. Those that extend a class of another file come last:
 * loading that file may need any of the others.
 */
function superclassFirst(classes: readonly BoundClass[]): readonly BoundClass[] {
  const parentOf = (node: BoundClass): BoundClass | "elsewhere" | null => {
    const above = node.symbol.superclass;
    if (above?.kind !== "class") return null;
    return classes.find((candidate) => candidate.symbol === above.symbol) ?? "elsewhere";
  };
  const reachesElsewhere = (node: BoundClass): boolean => {
    const parent = parentOf(node);
    return parent === "elsewhere" || (parent !== null && reachesElsewhere(parent));
  };
  const ordered: BoundClass[] = [];
  const place = (node: BoundClass): void => {
    if (ordered.includes(node)) return;
    const parent = parentOf(node);
    if (parent !== null && parent !== "elsewhere") place(parent);
    ordered.push(node);
  };
  classes.filter((node) => !reachesElsewhere(node)).forEach(place);
  classes.forEach(place);
  return ordered;
}

function mainFunction(
  unit: Exclude<BoundUnit, { readonly kind: "class" }>,
  context: EmitContext,
): es.Statement {
  const frame = unit.kind === "trigger" ? `Trigger.${unit.name}` : "AnonymousBlock";
  const body = context.inFunction(
    {
      frame,
      kind: "body",
      nonNull: neverNullLocals(unit.body.statements),
      owner: unit.classes[0]?.symbol ?? null,
      isStatic: true,
      parameters: [],
    },
    () => statements(unit.body.statements, context),
  );
  const place = { ...unit.body.at, frame };
  return js.give({
    type: "ObjectExpression",
    properties: [
      {
        type: "Property",
        key: js.name("main", place),
        value: js.func([], body),
        kind: "init",
        method: true,
        shorthand: false,
        computed: false,
      },
    ],
  });
}

/** `(function ($) { "use strict"; const $c = …; … })`. */
function unitFunction(body: readonly es.Statement[], context: EmitContext): es.Program {
  const references = js.declare(
    "const",
    "$c",
    js.call(js.member(js.name("$"), "classes"), [
      js.array(context.references.map((reference) => js.literal(reference))),
    ]),
  );
  const lines = js.declare("const", "$l", js.member(js.name("$"), "lines"));
  const directive: es.Directive = {
    type: "ExpressionStatement",
    expression: { type: "Literal", value: "use strict" },
    directive: "use strict",
  };
  return {
    type: "Program",
    sourceType: "script",
    body: [
      js.statement(
        js.func(["$"], [directive, references, lines, ...context.headDeclarations(), ...body]),
      ),
    ],
  };
}
