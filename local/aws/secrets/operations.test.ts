import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OPERATIONS } from "./operations.ts";
import type { Result } from "./secret.ts";
import type { SecretStore } from "./secret-store.ts";
import { openSecretStore } from "./secret-store.ts";

const FIRST = "11111111-1111-4111-8111-111111111111";
const SECOND = "22222222-2222-4222-8222-222222222222";
const THIRD = "33333333-3333-4333-8333-333333333333";

let folder: string;
let store: SecretStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-secrets-"));
  store = openSecretStore(join(folder, "secrets.json"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function call(name: string, body: object): Result<object> {
  const operation = OPERATIONS.get(name);
  if (operation === undefined) throw new Error(`No operation ${name}`);
  return operation({ store, region: "us-east-1", now: 1_700_000_000_000 }, body);
}

function create(id = FIRST): Result<object> {
  return call("CreateSecret", { Name: "s", SecretString: "one", ClientRequestToken: id });
}

function put(id: string, value: string, stages?: string[]): Result<object> {
  return call("PutSecretValue", {
    SecretId: "s",
    SecretString: value,
    ClientRequestToken: id,
    ...(stages === undefined ? {} : { VersionStages: stages }),
  });
}

function stages(): unknown {
  const described = call("DescribeSecret", { SecretId: "s" });
  return described.ok && "VersionIdsToStages" in described.value
    ? described.value.VersionIdsToStages
    : undefined;
}

describe("staging labels", () => {
  test("a new value becomes AWSCURRENT and the one before it AWSPREVIOUS", () => {
    create();
    put(SECOND, "two");

    expect(stages()).toEqual({ [FIRST]: ["AWSPREVIOUS"], [SECOND]: ["AWSCURRENT"] });
  });

  test("only the last value but one is AWSPREVIOUS", () => {
    create();
    put(SECOND, "two");
    put(THIRD, "three");

    expect(stages()).toEqual({ [SECOND]: ["AWSPREVIOUS"], [THIRD]: ["AWSCURRENT"] });
  });

  test("a pending value leaves the current one in place", () => {
    create();
    put(SECOND, "two", ["AWSPENDING"]);

    expect(call("GetSecretValue", { SecretId: "s" })).toMatchObject({
      value: { SecretString: "one", VersionId: FIRST },
    });
    expect(call("GetSecretValue", { SecretId: "s", VersionStage: "AWSPENDING" })).toMatchObject({
      value: { SecretString: "two" },
    });
  });

  test("moving AWSCURRENT to the pending version finishes a rotation", () => {
    create();
    put(SECOND, "two", ["AWSPENDING"]);

    const moved = call("UpdateSecretVersionStage", {
      SecretId: "s",
      VersionStage: "AWSCURRENT",
      MoveToVersionId: SECOND,
      RemoveFromVersionId: FIRST,
    });

    expect(moved).toMatchObject({ ok: true });
    expect(stages()).toEqual({ [FIRST]: ["AWSPREVIOUS"], [SECOND]: ["AWSPENDING", "AWSCURRENT"] });
  });

  test("moving AWSCURRENT back swaps it with AWSPREVIOUS", () => {
    create();
    put(SECOND, "two");

    call("UpdateSecretVersionStage", {
      SecretId: "s",
      VersionStage: "AWSCURRENT",
      MoveToVersionId: FIRST,
      RemoveFromVersionId: SECOND,
    });

    expect(stages()).toEqual({ [FIRST]: ["AWSCURRENT"], [SECOND]: ["AWSPREVIOUS"] });
  });

  test.each([
    ["the holder is not named", { MoveToVersionId: SECOND }, "can't be empty"],
    [
      "the wrong holder is named",
      { MoveToVersionId: SECOND, RemoveFromVersionId: SECOND },
      "must be set to the version that currently has",
    ],
    ["AWSCURRENT would vanish", { RemoveFromVersionId: FIRST }, "can't be completely removed"],
  ])("a move is refused when %s", (_when, move, complaint) => {
    create();
    put(SECOND, "two", ["AWSPENDING"]);

    const moved = call("UpdateSecretVersionStage", {
      SecretId: "s",
      VersionStage: "AWSCURRENT",
      ...move,
    });

    expect(moved).toMatchObject({
      error: {
        type: "InvalidParameterException",
        message: expect.stringContaining(complaint) as string,
      },
    });
  });
});

describe("idempotency", () => {
  test("putting the same value with the same token again changes nothing", () => {
    create();
    put(SECOND, "two");

    expect(put(SECOND, "two")).toMatchObject({ ok: true, value: { VersionId: SECOND } });
    expect(stages()).toEqual({ [FIRST]: ["AWSPREVIOUS"], [SECOND]: ["AWSCURRENT"] });
  });

  test("a token cannot be used again for another value", () => {
    create();
    put(SECOND, "two");

    expect(put(SECOND, "other")).toMatchObject({ error: { type: "ResourceExistsException" } });
  });

  test("creating a secret again is a repeat with the same token and value, a clash otherwise", () => {
    create();

    expect(create()).toMatchObject({ ok: true, value: { VersionId: FIRST } });
    expect(create(SECOND)).toMatchObject({ error: { type: "ResourceExistsException" } });
  });
});

describe("reading", () => {
  test("finds a secret by name, ARN, or ARN without its suffix", () => {
    const created = create();
    const arn = created.ok && "ARN" in created.value ? String(created.value.ARN) : "";

    for (const id of ["s", arn, arn.slice(0, -7)]) {
      expect(call("GetSecretValue", { SecretId: id }), id).toMatchObject({ ok: true });
    }
    expect(arn).toMatch(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:s-[A-Za-z0-9]{6}$/);
  });

  test("says which label or version is not there", () => {
    create();

    expect(call("GetSecretValue", { SecretId: "s", VersionStage: "AWSPREVIOUS" })).toMatchObject({
      error: {
        type: "ResourceNotFoundException",
        message:
          "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS",
      },
    });
    expect(call("GetSecretValue", { SecretId: "s", VersionId: THIRD })).toMatchObject({
      error: { type: "ResourceNotFoundException" },
    });
  });

  test("refuses a label that is not on the version asked for", () => {
    create();

    expect(
      call("GetSecretValue", { SecretId: "s", VersionId: FIRST, VersionStage: "AWSPREVIOUS" }),
    ).toMatchObject({ error: { type: "InvalidRequestException" } });
  });

  test("lists by name in pages, without values", () => {
    for (const Name of ["b", "a", "ab"]) call("CreateSecret", { Name, SecretString: "hidden" });

    const first = call("ListSecrets", { MaxResults: 2 });
    const second = call("ListSecrets", { MaxResults: 2, NextToken: "ab" });
    const filtered = call("ListSecrets", { Filters: [{ Key: "name", Values: ["a"] }] });

    expect(first).toMatchObject({
      value: { SecretList: [{ Name: "a" }, { Name: "ab" }], NextToken: "ab" },
    });
    expect(second).toMatchObject({ value: { SecretList: [{ Name: "b" }] } });
    expect(filtered).toMatchObject({ value: { SecretList: [{ Name: "a" }, { Name: "ab" }] } });
    expect(JSON.stringify([first, second])).not.toContain("hidden");
  });
});

test("requests that AWS would not accept are refused by name of the field", () => {
  expect(call("PutSecretValue", { SecretString: "x" })).toMatchObject({
    error: {
      type: "ValidationException",
      message: expect.stringContaining("SecretId") as string,
    },
  });
  expect(
    call("CreateSecret", { Name: "s", SecretString: "x", SecretBinary: "eA==" }),
  ).toMatchObject({ error: { type: "InvalidParameterException" } });
});

test("a damaged file of secrets is named, not overwritten", () => {
  const file = join(folder, "damaged.json");
  writeFileSync(file, '{"not":"a list"}');

  expect(() => openSecretStore(file)).toThrow(`${file} is not a file of local secrets`);
});
