import { describe, expect, it } from "vitest";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";
import { apex } from "../../testing/apex.ts";

const org = apex()
  .schema(schemaFixture([ACCOUNT, CONTACT]))
  .class("public class Order { public Decimal amount; public String state { get; set; } }");

function builder(type: string, result: string, formula: string): string {
  return `Formula.builder().withType(${type}).withReturnType(FormulaEval.FormulaReturnType.${result}).withFormula('${formula}')`;
}

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("FormulaEval", () => {
  it("evaluates over an object's fields and says which it used", () => {
    expect(
      debugOf(`
        FormulaEval.FormulaInstance big = ${builder("Order.class", "BOOLEAN", 'amount > 10 && state = "open"')}.build();
        Order order = new Order(); order.amount = 11; order.state = 'open';
        System.debug(big.evaluate(order) + ' ' + big.getReferencedFields());
        order.amount = 9; System.debug(big.evaluate(order));`),
    ).toEqual(["true {amount, state}", "false"]);
  });

  it("evaluates over a record's fields and its parents'", () => {
    expect(
      debugOf(`
        FormulaEval.FormulaInstance label = ${builder("Schema.Contact.SObjectType", "STRING", 'LastName & " of " & Account.Name')}.build();
        System.debug(label.evaluate(new Contact(LastName = 'Lovelace', Account = new Account(Name = 'Acme'))));`),
    ).toEqual(["Lovelace of Acme"]);
  });

  it("fills templates", () => {
    expect(
      debugOf(`
        Order order = new Order(); order.state = 'open';
        System.debug(${builder("Order.class", "STRING", "State: {!state}.")}.parseAsTemplate(true).build().evaluate(order));`),
    ).toEqual(["State: open."]);
  });

  it("knows the globals it was told to know", () => {
    const formula = builder("Order.class", "STRING", "$User.Username");
    expect(
      debugOf(
        `System.debug(${formula}.withGlobalVariables(new List<FormulaEval.FormulaGlobal>{FormulaEval.FormulaGlobal.USER}).build().evaluate(new Order()));`,
      ),
    ).toEqual(["ada@example.com"]);
    expect(org.run(`${formula}.build();`).exception?.headline).toBe(
      "System.FormulaValidationException: Field $User.Username does not exist. Check spelling.",
    );
  });

  it("refuses text that is no formula when it is built", () => {
    expect(
      org.run(`${builder("Order.class", "BOOLEAN", "This will not compile!!!")}.build();`).exception
        ?.$class.name,
    ).toBe("System.FormulaValidationException");
  });

  it("refuses a field the type does not have when it is built", () => {
    expect(
      org.run(`${builder("Order.class", "BOOLEAN", "nope > 1")}.build();`).exception?.headline,
    ).toBe("System.FormulaValidationException: Field nope does not exist. Check spelling.");
  });

  it("refuses a value of another type when it is evaluated", () => {
    expect(
      org.run(
        `Order order = new Order(); order.amount = 1; ${builder("Order.class", "STRING", "amount")}.build().evaluate(order);`,
      ).exception?.headline,
    ).toBe(
      "System.FormulaEvaluationException: Formula result is data type (Number), incompatible with expected data type (Text).",
    );
  });
});
