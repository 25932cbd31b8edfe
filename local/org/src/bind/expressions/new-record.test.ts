import { expect, it } from "vitest";
import { compileProject } from "../../compile/compile-project.ts";
import { projectWith } from "../../schema/fixture/schema.ts";

it("calls a field that holds a list of ids a gap, not an error", () => {
  const path = projectWith({
    "classes/Mail.cls":
      "public class Mail { Object made = new EmailMessage(ToIds = new List<String>{ 'a' }); }",
  });

  expect(compileProject({ paths: [path] }).diagnostics).toMatchObject([
    { kind: "gap", message: "Not supported by the local org yet: EmailMessage.ToIds" },
  ]);
});
