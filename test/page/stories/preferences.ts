/** People choose for themselves what they are told of: every role finds where, and nobody chooses for another. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";

const HOME = "/lightning/page/home";
const TAB = "What I Am Told";
const SAVED = "Saved. It counts from the next alert on.";
const NOTHING = "You will be told of nothing.";

export function preferenceStories(open: () => OpenPage): void {
  /** Opens the page as a person does: by its tab. */
  async function opened(person: string): Promise<Page> {
    const page = await open().as(person, HOME);
    await page.getByRole("navigation").getByRole("link", { name: TAB }).click();
    await page.getByRole("checkbox", { name: "Payment failed" }).waitFor();
    return page;
  }

  /** The label is what a person clicks: it lies over its box. */
  async function toggle(page: Page, label: string): Promise<void> {
    await page.locator("label").filter({ hasText: label }).first().click();
  }

  async function save(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(SAVED).waitFor();
  }

  describe.each(["sales", "service", "finance", "admin"] as const)("as %s", (person) => {
    test("a kind and a way are left out, stay so, and are taken up again", async () => {
      const page = await opened(person);
      expect(await page.getByRole("checkbox", { name: "Trial ending" }).isChecked()).toBe(true);
      await toggle(page, "Trial ending");
      await toggle(page, "E-mail");
      await save(page);
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, `told-${person}`);

      const later = await opened(person);
      expect(await later.getByRole("checkbox", { name: "Trial ending" }).isChecked()).toBe(false);
      expect(await later.getByRole("checkbox", { name: "E-mail", exact: true }).isChecked()).toBe(
        false,
      );
      expect(await later.getByRole("checkbox", { name: "Payment failed" }).isChecked()).toBe(true);
      await toggle(later, "Trial ending");
      await toggle(later, "E-mail");
      await save(later);
    });
  });

  test("only who is told of the integration is asked about it", async () => {
    const ofService = await opened("service");
    expect(await ofService.getByRole("checkbox", { name: "Error rate" }).count()).toBe(0);
    const ofAdmin = await opened("admin");
    expect(await ofAdmin.getByRole("checkbox", { name: "Error rate" }).count()).toBe(1);
  });

  test("who leaves out every way reads that nothing will be told", async () => {
    const page = await opened("sales");
    for (const way of ["Notification", "E-mail", "Task"]) await toggle(page, way);
    await page.getByText(NOTHING).waitFor();
  });
}
