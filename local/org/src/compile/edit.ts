/** An edit of Apex: which units are compiled again for it, and which may behave otherwise afterwards. */
import type { Program } from "../bind/program.ts";
import type { ClassUnit } from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import { membersOf, restOf } from "./class-members.ts";
import { changedNames, objectShapeOf, shapeOf } from "./class-shape.ts";
import { compiledClass, compiledTrigger } from "./compile-units.ts";
import type { CompiledOutput, CompiledTrigger, CompiledUnit } from "./output-cache.ts";
import type { ParsedSources } from "./sources.ts";
import {
  ancestorsOf,
  brokenKey,
  classKey,
  memberKey,
  triggerKey,
  unitsByKey,
  withDeclaring,
  withHeirs,
  withMentioning,
  type UnitKey,
} from "./unit-graph.ts";

export interface Edit {
  readonly before: { readonly parsed: ParsedSources; readonly output: CompiledOutput };
  readonly after: {
    readonly parsed: ParsedSources;
    readonly program: Program;
    /** Whether a file has one of the words, given in lower case, anywhere in its text. */
    readonly hasWord: (file: string, words: ReadonlySet<string>) => boolean;
  };
  /** Files with another text, or compiled for another API version. */
  readonly changed: ReadonlySet<string>;
}

/** What an edit makes of the compiled output. Units that come out as they were are the same objects. */
export function outputAfter(edit: Edit): CompiledOutput {
  const { before, after } = edit;
  const known = unitsByKey(before.output);
  const stale = hasOtherNames(edit) ? null : staleUnits(edit, known);
  const kept = <Unit extends CompiledUnit>(key: UnitKey, compile: () => Unit): Unit => {
    // The key says which of the two lists it comes from.
    const old = known.get(key) as Unit | undefined;
    if (old !== undefined && stale?.has(key) === false) return old;
    const fresh = compile();
    return old !== undefined && isSame(old, fresh) ? old : fresh;
  };
  const { program, parsed } = after;
  return {
    classes: program.classes.map((symbol) =>
      kept(classKey(symbol.name), () => compiledClass(program, symbol)),
    ),
    triggers: program.triggers.map((source) =>
      kept(triggerKey(source.unit.name), () => compiledTrigger(program, source)),
    ),
    unparsed: parsed.unparsed,
  };
}

/**
 * What may behave otherwise: units with other code, of an edited class only the members that say something else, and where objects of a
 * class changed all that may make or take one.
 */
export function unitsReached(edit: Edit, output: CompiledOutput): Set<UnitKey> {
  const old = unitsByKey(edit.before.output);
  const now = unitsByKey(output);
  const effects = new Map(effectsOf(edit, output).map((effect) => [effect.unit, effect]));
  const otherwise = [...now].flatMap(([key, unit]) =>
    old.get(key) === unit ? [] : (effects.get(key)?.keys ?? [key]),
  );
  const gone = [...old.keys()].filter((key) => !now.has(key));
  const met = [...effects.values()].flatMap(({ unit, isMetUnseen }) => (isMetUnseen ? [unit] : []));
  const objects = withDeclaring(
    [...differing(edit, objectShapeOf), ...met],
    edit.after.parsed.classes,
  );
  const isMeeting = objects.size > 0;
  const mended = [...now].flatMap(([key, { emitted }]) =>
    emitted !== null && old.get(key)?.emitted === null ? [brokenKey(key)] : [],
  );
  return new Set([
    ...otherwise,
    ...gone,
    ...mended,
    ...(isMeeting ? withMentioning(objects, now) : []),
  ]);
}

/** What an edit does to a class that was there before. */
interface Effect {
  readonly unit: UnitKey;
  /** The class as a whole, or the members that say something else. */
  readonly keys: readonly UnitKey[];
  /** Whether a changed member ran without a line of it being noted: it had none. */
  readonly isMetUnseen: boolean;
}

function effectsOf(
  { before, after, changed }: Edit,
  { classes }: CompiledOutput,
): readonly Effect[] {
  const old = new Map(before.parsed.classes.map(({ file, unit }) => [file, unit]));
  const tests = new Set(classes.flatMap(({ file, isTest }) => (isTest ? [file] : [])));
  return after.parsed.classes.flatMap(({ file, unit }) => {
    const was = old.get(file);
    return changed.has(file) && was !== undefined ? [effectOf(was, unit, tests.has(file))] : [];
  });
}

function effectOf(was: ClassUnit, is: ClassUnit, isTest: boolean): Effect {
  const unit = classKey(is.declaration.name);
  if (isTest || restOf(was) !== restOf(is)) return { unit, keys: [unit], isMetUnseen: false };
  const old = new Map(membersOf(was).map((member) => [member.id, member]));
  const now = new Map(membersOf(is).map((member) => [member.id, member]));
  const ids = [...new Set([...old.keys(), ...now.keys()])].filter(
    (id) => old.get(id)?.told !== now.get(id)?.told,
  );
  return {
    unit,
    keys: ids.map((id) => memberKey(unit, id)),
    isMetUnseen: ids.some((id) => old.get(id)?.isEmpty === true),
  };
}

/** Whether other triggers run than before, or when others are saved. */
export function hasOtherTriggers(before: CompiledOutput, after: CompiledOutput): boolean {
  const told = ({ triggers }: CompiledOutput): string =>
    JSON.stringify(
      triggers.map(({ name, object, events }: CompiledTrigger) => [name, object, events]),
    );
  return told(before) !== told(after);
}

/** A name that comes or goes may change what any other file means. */
function hasOtherNames({ before, after }: Edit): boolean {
  const names = ({ classes, triggers }: ParsedSources): string =>
    JSON.stringify([
      classes.map(({ file, unit }) => [file, unit.declaration.name]),
      triggers.map(({ file, unit }) => [file, unit.name]),
    ]);
  return names(before.parsed) !== names(after.parsed);
}

function staleUnits(edit: Edit, known: ReadonlyMap<UnitKey, CompiledUnit>): Set<UnitKey> {
  const seen = [...seeingUnits(edit, known)];
  const above = seen.flatMap((key) => [
    ...ancestorsOf(key, known),
    ...ancestorsNow(key, edit.after.program),
  ]);
  // What did not compile has told nobody what it stands on.
  const broken = [...known].filter(([, { emitted }]) => emitted === null).map(([key]) => key);
  const edited = [...known].filter(([, { file }]) => edit.changed.has(file)).map(([key]) => key);
  return new Set([...seen, ...above, ...broken, ...edited]);
}

/** Units whose code may come out otherwise because of what the edit declares otherwise. */
function seeingUnits(edit: Edit, known: ReadonlyMap<UnitKey, CompiledUnit>): Set<UnitKey> {
  const classes = [...edit.before.parsed.classes, ...edit.after.parsed.classes];
  const reshaped = differing(edit, shapeOf);
  const seen = withMentioning(withDeclaring(reshaped, classes), known);
  const words = wordsOf(edit);
  if (words === null) return seen;
  const heirs = withHeirs(reshaped, classes);
  return new Set(
    [...seen].filter((key) => {
      const file = known.get(key)?.file;
      return heirs.has(key) || file === undefined || edit.after.hasWord(file, words);
    }),
  );
}

/** Names of members that the edit declares otherwise; null where they do not tell all of it. */
function wordsOf({ before, after, changed }: Edit): ReadonlySet<string> | null {
  const old = new Map(before.parsed.classes.map(({ file, unit }) => [file, unit]));
  const words = new Set<string>();
  for (const { file, unit } of after.parsed.classes) {
    if (!changed.has(file)) continue;
    const was = old.get(file);
    const names = was === undefined ? null : changedNames(was, unit);
    if (names === null) return null;
    for (const name of names) words.add(name);
  }
  return words;
}

function ancestorsNow(key: UnitKey, program: Program): readonly UnitKey[] {
  const symbol = program.findClass(key.replace(/^class /u, ""));
  if (symbol === undefined) return [];
  return [symbol, ...symbol.inner].flatMap(superclassesOf).map(({ name }) => classKey(name));
}

/** The top-level classes around them. */
function superclassesOf(symbol: ClassSymbol): readonly ClassSymbol[] {
  const above: ClassSymbol[] = [];
  let { superclass } = symbol;
  while (superclass?.kind === "class") {
    above.push(superclass.symbol.outer ?? superclass.symbol);
    ({ superclass } = superclass.symbol);
  }
  return above;
}

/** The edited classes that `tell` now tells otherwise. */
function differing(
  { before, after, changed }: Edit,
  tell: (unit: ClassUnit) => string,
): readonly UnitKey[] {
  const old = new Map(before.parsed.classes.map(({ file, unit }) => [file, unit]));
  return after.parsed.classes.flatMap(({ file, unit }) => {
    if (!changed.has(file)) return [];
    const was = old.get(file);
    return was !== undefined && tell(was) === tell(unit) ? [] : [classKey(unit.declaration.name)];
  });
}

function isSame(one: CompiledUnit, other: CompiledUnit): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
