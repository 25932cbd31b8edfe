import { expect, test } from "vitest";
import type { RunCommand } from "./deploy/run-command.ts";
import { signedInOrg } from "./org-connection.ts";

const failing =
  (message: string): RunCommand =>
  async () =>
    Promise.resolve({ exitCode: 1, stdout: JSON.stringify({ message }), stderr: "" });

test("who names an org sf does not know is told how to sign in", async () => {
  const connecting = signedInOrg("dev", failing("No authorization information found for dev."));
  await expect(connecting).rejects.toThrow(
    "sf is not logged in to dev: npx sf org login web --alias dev",
  );
});

test("what else sf refuses is told in its words", async () => {
  let asked = 0;
  const connecting = signedInOrg("dev", async (program, args) => {
    asked += 1;
    return asked === 1
      ? failing("The request timed out.")(program, args)
      : Promise.resolve({ exitCode: 0, stdout: "{}", stderr: "" });
  });
  await expect(connecting).rejects.toThrow("The request timed out.");
});
