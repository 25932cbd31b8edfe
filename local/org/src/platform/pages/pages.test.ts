import { utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeProject } from "../../schema/fixture/project.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";
import { apex, runApex } from "../../testing/apex.ts";
import { testSchema } from "../../testing/host.ts";

describe("PageReference", () => {
  it("takes an address apart and puts it together again", () => {
    const { debug } = runApex(`
      PageReference page = new PageReference('/apex/Order?id=1&name=a%20b#x');
      System.debug(page.getParameters().get('name') + page.getAnchor() + page.getRedirect());
      page.getParameters().put('state', 'ö');
      System.debug(page.setRedirect(true).setAnchor('top').getUrl());
      Cookie cookie = new Cookie('n', 'v', null, -1, true);
      page.setCookies(new List<Cookie>{cookie});
      System.debug(page.getCookies().get('n').getValue());`);
    expect(debug).toEqual(["a bxfalse", "/apex/Order?id=1&name=a+b&state=%C3%B6#top", "v"]);
  });

  it.each([
    ["'/a?b=1&a=2'", "/a?a=2&b=1"],
    ["'/apex/take?id=1&cId=none&caId=none'", "/apex/take?caId=none&cId=none&id=1"],
    ["'https://example.com/x?title=T&desc=&et=1'", "https://example.com/x?desc=&et=1&title=T"],
  ])("of %s has its parameters in the order of their names", (url, shown) => {
    expect(runApex(`System.debug(new PageReference(${url}).getUrl());`).debug).toEqual([shown]);
  });

  it("adds a parameter in its place", () => {
    const { debug } = runApex(
      "PageReference page = new PageReference('/p?b=1&d=2'); page.getParameters().put('C', '3'); System.debug(page.getUrl());",
    );
    expect(debug).toEqual(["/p?b=1&C=3&d=2"]);
  });

  describe("of a static resource", () => {
    const file = path.join(writeProject({ "Style.css": "" }).path, "Style.css");
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    const withStyle = apex().schema({
      ...testSchema(),
      staticResources: new Map([["Style", file]]),
    });

    it.each([
      ["forResource('Style')", "/resource/1000000000000/Style"],
      ["forResource('Style', 'images/a.png')", "/resource/1000000000000/Style/images/a.png"],
    ])("%s has the time of its last change", (call, url) => {
      expect(withStyle.run(`System.debug(PageReference.${call}.getUrl());`).debug).toEqual([url]);
    });

    it.each(["forResource('Logo')", "forResource('Logo', 'a.png')"])("%s is refused", (call) => {
      expect(withStyle.run(`PageReference.${call};`).exception?.headline).toBe(
        "System.InvalidParameterValueException: Static Resource does not exist",
      );
    });
  });
});

describe("ApexPages", () => {
  it("keeps messages, the same one once", () => {
    const { debug } = runApex(`
      ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.WARNING, 'careful'));
      ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.WARNING, 'careful'));
      try { Integer zero = 0; Integer x = 1 / zero; } catch (Exception e) { ApexPages.addMessages(e); }
      for (ApexPages.Message message : ApexPages.getMessages())
        System.debug(message.getSeverity() + ' ' + message.getSummary() + ' ' + message.getDetail());
      System.debug(ApexPages.hasMessages() + ' ' + ApexPages.hasMessages(ApexPages.Severity.FATAL));`);
    expect(debug).toEqual([
      "WARNING careful careful",
      "ERROR Divide by 0 Divide by 0",
      "true false",
    ]);
  });

  it("knows the current page once a test says which", () => {
    const { debug } = runApex(`
      System.debug(ApexPages.currentPage());
      Test.setCurrentPage(new PageReference('/apex/Order'));
      System.debug(ApexPages.currentPage().getUrl() + System.currentPageReference().getUrl());`);
    expect(debug).toEqual(["null", "/apex/Order/apex/Order"]);
  });
});

describe("RestContext", () => {
  it("holds the request and the response that code sets", () => {
    const { debug, exception } = apex().run(`
      System.debug(RestContext.request);
      RestContext.request = new RestRequest();
      RestContext.request.requestURI = '/services/apexrest/orders';
      RestContext.request.addParameter('id', '1');
      RestContext.request.addHeader('Accept', 'x');
      RestContext.response = new RestResponse();
      RestContext.response.statusCode = 201;
      RestContext.response.addHeader('Location', '/1');
      System.debug(RestContext.request.requestURI + RestContext.request.params + RestContext.request.headers.get('Accept'));
      System.debug(RestContext.response.statusCode + RestContext.response.headers.get('Location'));`);
    expect(exception?.headline).toBeUndefined();
    expect(debug).toEqual(["null", "/services/apexrest/orders{id=1}x", "201/1"]);
  });
});

describe("the standard controllers", () => {
  const org = apex().schema(schemaFixture([ACCOUNT, CONTACT]));

  it("hold a record and lead to its pages", () => {
    const { debug } = org.run(`
      ApexPages.StandardController controller = new ApexPages.StandardController(
        new Account(Id = '001000000000001AAA', Name = 'Acme'));
      System.debug(controller.getId() + ' ' + ((Account) controller.getRecord()).Name);
      System.debug(controller.cancel().getUrl() + ' ' + controller.edit().getUrl());`);
    expect(debug).toEqual(["001000000000001AAA Acme", "/001000000000001AAA /001000000000001AAA/e"]);
  });

  it("page through a list and remember what is selected", () => {
    const { debug } = org.run(`
      List<Account> accounts = new List<Account>();
      for (Integer i = 1; i <= 5; i++) accounts.add(new Account(Name = 'A' + i));
      ApexPages.StandardSetController controller = new ApexPages.StandardSetController(accounts);
      controller.setPageSize(2);
      controller.next(); controller.next(); controller.next();
      System.debug(controller.getPageNumber() + ' ' + controller.getHasNext() + ' ' + controller.getRecords().size() + ' ' + controller.getResultSize());
      controller.setSelected(new List<Account>{accounts[1]});
      System.debug(((Account) controller.getSelected()[0]).Name);`);
    expect(debug).toEqual(["3 false 1 5", "A2"]);
  });
});
