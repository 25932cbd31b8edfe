import { describe, expect, it } from "vitest";
import { servedApi, type ServedApi } from "../testing/served-api.ts";

const csvHeader = { "content-type": "text/csv" };

function open(api: ServedApi, job: object): string {
  const { status, body } = api.call("/jobs/ingest", { method: "POST", body: job });
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: "Open", jobType: "V2Ingest", contentType: "CSV" });
  return (body as { id: string }).id;
}

function upload(api: ServedApi, id: string, rows: string): void {
  const path = `/jobs/ingest/${id}`;
  expect(
    api.call(`${path}/batches`, { method: "PUT", body: rows, headers: csvHeader }).status,
  ).toBe(201);
  const closed = api.call(path, { method: "PATCH", body: { state: "UploadComplete" } });
  expect(closed.status).toBe(200);
}

/** The job after its rows have gone through. */
function run(api: ServedApi, job: object, rows: string): { id: string; job: unknown } {
  const id = open(api, job);
  upload(api, id, rows);
  api.workOff();
  return { id, job: api.call(`/jobs/ingest/${id}`).body };
}

const insert = { object: "Order_Line__c", operation: "insert", lineEnding: "LF" };

describe("an ingest job", () => {
  it("does nothing until its upload is declared complete, then works between requests", () => {
    const api = servedApi();
    const id = open(api, insert);
    api.call(`/jobs/ingest/${id}/batches`, {
      method: "PUT",
      body: "Name\nA\n",
      headers: csvHeader,
    });
    api.workOff();
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 0 });
    api.call(`/jobs/ingest/${id}`, { method: "PATCH", body: { state: "UploadComplete" } });
    expect(api.call(`/jobs/ingest/${id}`).body).toMatchObject({ state: "InProgress" });
    api.workOff();
    expect(api.call(`/jobs/ingest/${id}`).body).toMatchObject({
      state: "JobComplete",
      numberRecordsProcessed: 1,
      numberRecordsFailed: 0,
    });
  });

  it("reports each row as it came, saved or refused with its reason", () => {
    const api = servedApi();
    const rows = "Name,Key__c,Amount__c\nA,1,5\nB,1,6\nC,3,much\n";
    const { id, job } = run(api, insert, rows);
    expect(job).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 2 });
    expect(api.call(`/jobs/ingest/${id}/successfulResults`).body).toMatch(
      /^"sf__Id","sf__Created","Name","Key__c","Amount__c"\n"\w{18}","true","A","1","5"\n$/,
    );
    const failed = api.call(`/jobs/ingest/${id}/failedResults`).body as string;
    const lines = failed.trimEnd().split("\n");
    expect(lines[0]).toBe('"sf__Id","sf__Error","Name","Key__c","Amount__c"');
    expect(lines[1]).toMatch(/^"","DUPLICATE_VALUE:.* --","B","1","6"$/);
    expect(lines[2]).toMatch(/^"","JSON_PARSER_ERROR:.*,"C","3","much"$/);
  });

  it("publishes events, each with an id of its own", () => {
    const api = servedApi();
    const rows = Array.from({ length: 450 }, (_, index) => `e${index}`).join("\n");
    const { job } = run(
      api,
      { object: "Order_Event__e", operation: "insert" },
      `Key__c\n${rows}\n`,
    );
    expect(job).toMatchObject({ state: "JobComplete", numberRecordsProcessed: 450 });
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 450 });
  });

  it("upserts by external id, links parents by theirs, and empties a field with #N/A", () => {
    const api = servedApi();
    const id = api.create("Order_Line__c", { Name: "A", Key__c: "k", Amount__c: 5 });
    const upsert = { ...insert, operation: "upsert", externalIdFieldName: "Key__c" };
    const { job } = run(api, upsert, "Key__c,Name,Amount__c\nk,A2,#N/A\nn,New,\n");
    expect(job).toMatchObject({ numberRecordsFailed: 0, externalIdFieldName: "Key__c" });
    expect(api.query("SELECT Id, Name, Amount__c FROM Order_Line__c ORDER BY Name")).toMatchObject({
      records: [{ Id: id, Name: "A2", Amount__c: null }, { Name: "New" }],
    });
  });

  it("updates and deletes by id", () => {
    const api = servedApi();
    const id = api.create("Order_Line__c", { Name: "A" });
    run(api, { ...insert, operation: "update" }, `Id,Name\n${id},B\n`);
    expect(api.query("SELECT Name FROM Order_Line__c")).toMatchObject({ records: [{ Name: "B" }] });
    run(api, { ...insert, operation: "delete" }, `Id\n${id}\n`);
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 0 });
  });

  it("fails whole on a column that does not exist", () => {
    const { job } = run(servedApi(), insert, "Name,Nope__c\nA,1\n");
    expect(job).toMatchObject({
      state: "Failed",
      errorMessage: "InvalidBatch : Field name not found : Nope__c",
    });
  });

  it("that is aborted leaves the rest unprocessed", () => {
    const api = servedApi();
    const id = open(api, insert);
    upload(api, id, `Name\n${"A\n".repeat(250)}`);
    api.parts.background.runNext();
    api.call(`/jobs/ingest/${id}`, { method: "PATCH", body: { state: "Aborted" } });
    api.workOff();
    expect(api.call(`/jobs/ingest/${id}`).body).toMatchObject({
      state: "Aborted",
      numberRecordsProcessed: 200,
    });
    const rest = api.call(`/jobs/ingest/${id}/unprocessedrecords`).body as string;
    expect(rest.trimEnd().split("\n")).toHaveLength(51);
  });

  it("takes its rows with the request that creates it", () => {
    const api = servedApi();
    const part = (name: string, type: string, content: string): string =>
      `--B\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
    const body = `${part("job", "application/json", JSON.stringify(insert))}${part("content", "text/csv", "Name\nA")}--B--\r\n`;
    const { body: job } = api.call("/jobs/ingest", {
      method: "POST",
      body,
      headers: { "content-type": 'multipart/form-data; boundary="B"' },
    });
    api.workOff();
    expect(api.call(`/jobs/ingest/${(job as { id: string }).id}`).body).toMatchObject({
      state: "JobComplete",
      numberRecordsProcessed: 1,
    });
  });

  it.each([
    [{ object: "Nothing__c", operation: "insert" }],
    [{ object: "Order_Line__c", operation: "merge" }],
    [{ object: "Order_Event__e", operation: "update" }],
    [{ object: "Order_Line__c", operation: "upsert", externalIdFieldName: "Amount__c" }],
    [{ ...insert, columnDelimiter: "SPACE" }],
  ])("is refused for %o", (body) => {
    expect(servedApi().call("/jobs/ingest", { method: "POST", body })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALIDJOB" }],
    });
  });

  it("changes state only forwards", () => {
    const api = servedApi();
    const { id } = run(api, insert, "Name\nA\n");
    const path = `/jobs/ingest/${id}`;
    expect(api.call(path, { method: "PATCH", body: { state: "Aborted" } })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALIDJOBSTATE" }],
    });
    expect(api.call(path, { method: "DELETE" }).status).toBe(204);
    expect(api.call(path).status).toBe(404);
  });
});
