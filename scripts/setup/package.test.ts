/** The unlocked package of sfdx-project.json, as `sf package version create` reads it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { ComponentSet, MetadataConverter } from "@salesforce/source-deploy-retrieve";
import { Ajv, type AnySchema } from "ajv";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseXml } from "../check-metadata/xml-element.ts";

const root = path.resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

/** Features of scratch orgs that Salesforce has and its published list does not name yet. */
const UNLISTED = ["ExternalClientApps", "ExtlClntAppSecretExposeCtl"];

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}

/** What a schema that Salesforce publishes has against a file's content. */
function problems(schema: string, content: unknown): unknown {
  const published = require(`@salesforce/schemas/${schema}`) as AnySchema;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(published);
  return validate(content) ? [] : validate.errors;
}

const { packageDirectories, packageAliases } = z
  .object({
    packageDirectories: z.array(
      z.object({
        path: z.string(),
        package: z.string().optional(),
        versionNumber: z.string().optional(),
        definitionFile: z.string().optional(),
      }),
    ),
    packageAliases: z.record(z.string(), z.string()),
  })
  .parse(json("sfdx-project.json"));
const ours = packageDirectories.find((directory) => directory.package !== undefined);

describe("the package", () => {
  it("is described as Salesforce's schema has it, and so is the org it is built in", () => {
    const org = z
      .looseObject({ features: z.array(z.string()) })
      .parse(json(ours?.definitionFile ?? ""));
    const features = org.features.filter((feature) => !UNLISTED.includes(feature));

    expect(problems("sfdx-project.schema.json", json("sfdx-project.json"))).toEqual([]);
    expect(problems("project-scratch-def.schema.json", { ...org, features })).toEqual([]);
  });

  it.each([
    ["sfdx-project.schema.json", { packageDirectories: [{ path: "force-app", package: "P" }] }],
    ["project-scratch-def.schema.json", { edition: "Developer", features: ["Flying"] }],
  ])("is checked by %s, which notices what is wrong", (schema, content) => {
    expect(problems(schema, content)).not.toEqual([]);
  });

  it("has the version of package.json, whose builds Salesforce numbers", () => {
    const { version } = z.object({ version: z.string() }).parse(json("package.json"));

    expect(ours?.versionNumber).toBe(`${version}.NEXT`);
    expect(existsSync(path.join(root, ours?.definitionFile ?? ""))).toBe(true);
  });

  it("has aliases of ids only, which sf writes when a package is created", () => {
    for (const id of Object.values(packageAliases)) expect(id).toMatch(/^0[4H][ot]\w{12,15}$/);
  });

  it("converts whole to what is uploaded for a version", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "package-"));
    try {
      const source = ComponentSet.fromSource(path.join(root, ours?.path ?? ""));
      const converted = await new MetadataConverter().convert(source, "metadata", {
        type: "directory",
        outputDirectory: folder,
        genUniqueDir: false,
      });

      const manifest = parseXml(readFileSync(path.join(folder, "package.xml"), "utf8"));
      const types = manifest.children
        .filter(({ name }) => name === "types")
        .map(({ children }) => children.find(({ name }) => name === "name")?.text);
      expect(converted.converted?.length).toBeGreaterThan(500);
      expect(types).toEqual(
        expect.arrayContaining(["ApexClass", "CustomObject", "FlexiPage", "Report", "Dashboard"]),
      );
      // The app the relay signs in with is one org's alone (relay-app, and what setup makes).
      expect(types.filter((type) => /^Ext(ernalClient|lClnt)/.test(type ?? ""))).toEqual([]);
      expect(
        readFileSync(
          path.join(
            folder,
            "PlatformEventSubscriberConfigs/StripeEventTriggerConfig.platformEventSubscriberConfig",
          ),
          "utf8",
        ),
      ).not.toContain("<user>");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
