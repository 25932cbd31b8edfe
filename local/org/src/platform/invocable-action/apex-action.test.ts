import { describe, expect, it } from "vitest";
import { apex } from "../../testing/apex.ts";

const org = apex()
  .class(
    `public class Greeter {
      public class Request { @InvocableVariable public String name; }
      public class Result { @InvocableVariable public String greeting; }
      @InvocableMethod
      public static List<Result> greet(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          if (request.name == null) throw new IllegalArgumentException('no name');
          Result result = new Result();
          result.greeting = 'Hello ' + request.name;
          results.add(result);
        }
        return results;
      }
    }`,
  )
  .class(
    `public class Doubler {
      @InvocableMethod
      public static List<Integer> twice(List<Integer> numbers) {
        List<Integer> doubled = new List<Integer>();
        for (Integer one : numbers) doubled.add(one * 2);
        return doubled;
      }
    }`,
  );

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("Invocable.Action", () => {
  it("calls the method once with all invocations and gives one result each", () => {
    expect(
      debugOf(`
        Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Greeter');
        action.setInvocations(new List<Map<String, Object>>{
          new Map<String, Object>{'name' => 'Ada'}, new Map<String, Object>{'Name' => 'Bob'}});
        for (Invocable.Action.Result result : action.invoke())
          System.debug(result.isSuccess() + ' ' + result.getOutputParameters());`),
    ).toEqual(["true {greeting=Hello Ada}", "true {greeting=Hello Bob}"]);
  });

  it("names a simple output 'output'", () => {
    expect(
      debugOf(`
        Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Doubler');
        action.setInvocationParameter('numbers', 21);
        System.debug(action.invoke()[0].getOutputParameters().get('output'));`),
    ).toEqual(["42"]);
  });

  it("turns an exception into an error of each result", () => {
    expect(
      debugOf(`
        Invocable.Action.Result result = Invocable.Action.createCustomAction('apex', 'Greeter').invoke()[0];
        System.debug(result.isSuccess() + ' ' + result.getErrors()[0].getMessage());`),
    ).toEqual(["false no name"]);
  });
});
