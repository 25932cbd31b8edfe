import { describe, expect, it } from "vitest";
import { callMethod } from "../runtime/object.ts";
import { inTransaction } from "../runtime/transaction.ts";
import { apex } from "../testing/apex.ts";

describe("classes", () => {
  it("runs all initialisers, the superclass first and in textual order, then the constructors", () => {
    const { debug } = apex()
      .class(
        `public virtual class Base {
          protected Integer a = Trace.say('base field', 1);
          { Trace.say('base block', 0); }
          public Base() { Trace.say('base body', 0); }
        }`,
      )
      .class(
        `public class Derived extends Base {
          { Trace.say('own block sees ' + a, 0); }
          Integer b = Trace.say('own field', 2);
          public Derived() { Trace.say('own body ' + b, 0); }
        }`,
      )
      .class(
        `public class Trace {
          public static Integer say(String text, Integer value) { System.debug(text); return value; }
        }`,
      )
      .run("new Derived();");

    expect(debug).toEqual([
      "base field",
      "base block",
      "own block sees 1",
      "own field",
      "base body",
      "own body 2",
    ]);
  });

  it("runs static initialisers once, in textual order, on first use of the class", () => {
    const { debug } = apex()
      .class(
        `public class Counter {
          static Integer early = Counter.late;
          static Integer late = 5;
          static { System.debug('init ' + early + ' ' + late); }
          public static Integer next() { late++; return late; }
        }`,
      )
      .run("System.debug('before'); System.debug(Counter.next()); System.debug(Counter.next());");

    expect(debug).toEqual(["before", "init null 5", "6", "7"]);
  });

  it("chains constructors without meeting a descendant's constructor of the same parameters", () => {
    const { debug } = apex()
      .class(
        `public virtual class Base {
          public String made;
          public Base() { this(1); }
          public Base(Integer i) { made = 'Base ' + i; }
        }`,
      )
      .class(
        `public class Derived extends Base {
          public Derived(Integer i) { super(); made += ' Derived ' + i; }
        }`,
      )
      .run("System.debug(new Derived(2).made);");

    expect(debug).toEqual(["Base 1 Derived 2"]);
  });

  it("dispatches virtual methods by the object, private ones by the class that calls", () => {
    const { debug } = apex()
      .class(
        `public virtual class Base {
          public String tell() { return name() + hidden(); }
          public virtual String name() { return 'base'; }
          private String hidden() { return '!'; }
        }`,
      )
      .class(
        `public class Derived extends Base {
          public override String name() { return 'derived of ' + super.name(); }
          private String hidden() { return '?'; }
        }`,
      )
      .run("Base b = new Derived(); System.debug(b.tell());");

    expect(debug).toEqual(["derived of base!"]);
  });

  it("runs property accessors; inside its own accessor a property is its storage", () => {
    const { debug } = apex()
      .class(
        `public class Box {
          public Integer doubled { get { return doubled * 2; } set; }
          public String label { get; private set; }
          public static Integer created { get { if (created == null) { created = 10; } return created; } set { created = value; System.debug('set ' + value); } }
          public Box(Integer value) { doubled = value; label = 'box'; created += 1; }
        }`,
      )
      .run("Box b = new Box(4); b.doubled += 1; System.debug(b.doubled + b.label + Box.created);");

    expect(debug).toEqual(["set 11", "18box11"]);
  });

  it("knows inner classes, interfaces and enums", () => {
    const { debug } = apex()
      .class(
        `public class Whole {
          public enum Color { RED, GREEN }
          public interface Shape { Decimal area(); }
          public abstract class Named { public String name = 'shape'; public abstract String kind(); }
          public class Square extends Named implements Shape {
            Decimal side;
            public Square(Decimal side) { this.side = side; }
            public Decimal area() { return side * side; }
            public override String kind() { return 'square'; }
          }
          public static String all() {
            Shape s = new Square(1.5);
            Named n = (Named) s;
            return s.area() + n.kind() + n.name + (s instanceof Square) + Color.GREEN.ordinal() + Color.valueOf('red').name() + Color.values();
          }
        }`,
      )
      .run("System.debug(Whole.all());");

    expect(debug).toEqual(["2.25squareshapetrue1RED(RED, GREEN)"]);
  });

  it("keys maps and sets by the class's own equals and hashCode", () => {
    const { debug } = apex()
      .class(
        `public class Point {
          Integer x;
          public Point(Integer x) { this.x = x; }
          public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x; }
          public Integer hashCode() { return 7; }
          public override String toString() { return 'P' + x; }
        }`,
      )
      .run(
        `Map<Point, String> names = new Map<Point, String>{ new Point(1) => 'one', new Point(2) => 'two' };
         System.debug(names.get(new Point(2)) + names.containsKey(new Point(3)) + names.size());
         System.debug(new Point(1) == new Point(1));
         System.debug(new Point(1) === new Point(1));
         System.debug(new List<Point>{ new Point(1) });`,
      );

    expect(debug).toEqual(["twofalse2", "true", "false", "(P1)"]);
  });

  it("sorts by compareTo and by a Comparator", () => {
    const { debug } = apex()
      .class(
        `public class Item implements Comparable {
          public Integer n;
          public Item(Integer n) { this.n = n; }
          public Integer compareTo(Object other) { return n - ((Item) other).n; }
        }`,
      )
      .class(
        `public class Descending implements Comparator<Integer> {
          public Integer compare(Integer a, Integer b) { return b - a; }
        }`,
      )
      .run(
        `List<Item> items = new List<Item>{ new Item(3), new Item(1) };
         items.sort();
         System.debug(items[0].n);
         List<Integer> numbers = new List<Integer>{ 1, 3, 2 };
         numbers.sort(new Descending());
         System.debug(numbers);`,
      );

    expect(debug).toEqual(["1", "(3, 2, 1)"]);
  });

  it("walks a project class that implements Iterable", () => {
    const { debug } = apex()
      .class(
        `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
          Integer left;
          public Countdown(Integer from_x) { left = from_x; }
          public Iterator<Integer> iterator() { return this; }
          public Boolean hasNext() { return left > 0; }
          public Integer next() { return left--; }
        }`,
      )
      .run("for (Integer i : new Countdown(3)) { System.debug(i); }");

    expect(debug).toEqual(["3", "2", "1"]);
  });

  it("loads classes that refer to each other in a circle", () => {
    const { debug } = apex()
      .class(
        "public class Egg extends Egg.Shell { public virtual class Nested {} public static String a() { return Hen.b(); } public static String c() { return 'c'; } }".replace(
          " extends Egg.Shell",
          "",
        ),
      )
      .class(
        "public class Hen extends Egg.Nested { public static String b() { return 'b' + Egg.c(); } }",
      )
      .run("System.debug(Egg.a());");

    expect(debug).toEqual(["bc"]);
  });
});

describe("platform interfaces", () => {
  it("are implemented by static methods as by instance ones", () => {
    const { transaction, debug } = apex()
      .class(
        `public class StaticJob implements Queueable {
          public static void execute(QueueableContext context) { System.debug('static'); }
        }`,
      )
      .class(
        `public class QuietJob implements Queueable {
          public void execute(QueueableContext context) { System.debug('instance'); }
        }`,
      )
      .run("");

    inTransaction(transaction, () => {
      callMethod(transaction.classes.create("StaticJob"), "System.Queueable.execute", null);
      callMethod(transaction.classes.create("QuietJob"), "System.Queueable.execute", null);
    });

    expect(debug).toEqual(["static", "instance"]);
  });
});
