import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexTime } from "../runtime/time.ts";
import { ACCOUNT, schemaFixture } from "./fixture/small-schema.ts";
import { PersistentRecords } from "./persistence.ts";
import { RecordStore } from "./record-store.ts";

const schema = schemaFixture([ACCOUNT]);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "records-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("what a transaction committed is there after a start, with every kind of value, and ids go on counting", () => {
  const file = join(folder, "org.db");
  const store = new RecordStore(schema);
  const id = store.mint("Account");
  const gone = store.mint("Account");
  const values = {
    Name: "Ünïcode\u0000",
    AnnualRevenue: ApexDecimal.parse("1234567890123456.78"),
    NumberOfEmployees: 7,
    IsPartner: true,
    Founded__c: new ApexDate(19000),
    CreatedDate: new ApexDatetime(1_700_000_000_000),
    Opens__c: new ApexTime(3_600_000),
    Logo__c: new ApexBlob(new Uint8Array([0, 255])),
    Big__c: 2n ** 62n,
    Industry: null,
  };
  const released = [{ object: "Account", id: gone, field: "ParentId" }];
  store.put({ object: "Account", id, values, isDeleted: true, isLocked: true, released });
  store.put({ object: "Account", id: gone, values: {}, isDeleted: false });

  const first = new PersistentRecords(file);
  first.write(store.changesSince(0), store.sequences);
  first.write([{ object: "Account", id: gone, row: undefined }], store.sequences);
  first.close();
  const second = new PersistentRecords(file);
  const restarted = new RecordStore(schema);
  second.readInto(restarted, () => true);
  second.close();

  expect([...restarted.table("Account").rows()]).toEqual([
    { object: "Account", id, values, isDeleted: true, isLocked: true, released },
  ]);
  expect(restarted.mint("Account")).toBe(store.mint("Account"));
});

test("a process killed in the middle of its work has lost nothing that it had written", async () => {
  const file = join(folder, "killed.db");
  const writer = spawn(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { PersistentRecords } from ${JSON.stringify(new URL("./persistence.ts", import.meta.url).href)};
       const records = new PersistentRecords(${JSON.stringify(file)});
       for (let n = 1; ; n += 1) {
         const rows = [1, 2].map((part) => ({ object: "Account", id: "001Lo" + part + String(n).padStart(12, "0"), isDeleted: false, values: { NumberOfEmployees: n } }));
         records.write(rows.map((row) => ({ object: row.object, id: row.id, row })), new Map());
         process.stdout.write(n + "\\n");
       }`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let written = "";
  for await (const chunk of writer.stdout) {
    written += String(chunk);
    if (written.split("\n").length > 20) writer.kill("SIGKILL");
  }

  const acknowledged = written.split("\n").filter((line) => line !== "").length;
  const store = new RecordStore(schema);
  const records = new PersistentRecords(file);
  records.readInto(store, () => true);
  records.close();
  const rows = [...store.table("Account").rows()];
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged * 2);
  expect(rows.length % 2).toBe(0);
});

test("a file from before records had locks is taken over", () => {
  const file = join(folder, "old.db");
  const old = new DatabaseSync(file);
  old.exec(`
    CREATE TABLE record (
      object TEXT NOT NULL, id TEXT NOT NULL, is_deleted INTEGER NOT NULL, deleted_with TEXT, field_values TEXT NOT NULL, PRIMARY KEY (object, id)
    ) WITHOUT ROWID;
    INSERT INTO record VALUES ('Account', '001000000000001AAA', 0, NULL, '{}');`);
  old.close();

  const records = new PersistentRecords(file);
  const store = new RecordStore(schema);
  records.readInto(store, () => true);
  records.close();

  expect([...store.table("Account").rows()]).toEqual([
    { object: "Account", id: "001000000000001AAA", values: {}, isDeleted: false },
  ]);
});
