/** Jobs that go on and on, as the ones that send thousands of records at a foreign pace: nobody's request waits for them. */
import { expect, it } from "vitest";
import { sfdxProject, metadataXml } from "../schema/fixture/project.ts";
import { serveProject } from "./testing/served-project.ts";

const MINUTE_MS = 60_000;

it(
  "answers requests while a chain of jobs has no end, and lets the chain go on between them",
  async () => {
    const org = await serveProject(
      sfdxProject({
        "classes/Endless.cls": `public class Endless implements Queueable {
        public void execute(QueueableContext context) {
          List<Account> steps = [SELECT Id, NumberOfEmployees, Site FROM Account WHERE Name = 'Steps'];
          if (steps[0].Site == 'stop') return;
          steps[0].NumberOfEmployees += 1;
          update steps;
          System.enqueueJob(new Endless());
        }
      }`,
        "classes/Endless.cls-meta.xml": metadataXml(
          "ApexClass",
          "<apiVersion>66.0</apiVersion><status>Active</status>",
        ),
      }),
    );
    const steps = async (): Promise<number> => {
      const answer = await org.call(
        `/query?q=${encodeURIComponent("SELECT Id, NumberOfEmployees FROM Account WHERE Name = 'Steps'")}`,
      );
      const { records } = (await answer.json()) as { records: { NumberOfEmployees: number }[] };
      return records[0]?.NumberOfEmployees ?? -1;
    };
    const run = async (block: string): Promise<void> => {
      const answer = await org.call(
        `/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(block)}`,
      );
      expect(await answer.json()).toMatchObject({ success: true });
    };
    try {
      await run(
        "insert new Account(Name = 'Steps', NumberOfEmployees = 0); System.enqueueJob(new Endless());",
      );

      const first = await steps();
      expect(first).toBeGreaterThan(0);
      await expect.poll(steps, { timeout: MINUTE_MS / 2 }).toBeGreaterThan(first);
      await run(
        "update new Account(Id = [SELECT Id FROM Account WHERE Name = 'Steps'].Id, Site = 'stop');",
      );
      const last = await steps();

      expect(await steps()).toBe(last);
    } finally {
      await org.stop();
    }
  },
  MINUTE_MS,
);
