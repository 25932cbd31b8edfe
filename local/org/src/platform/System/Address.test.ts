import { expect, test } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { schemaOf } from "../../schema/fixture/schema.ts";

const STORED = `insert new Account(
  Name = 'A', BillingStreet = 'Via 1', BillingCity = 'Roma', BillingCountry = 'Italy', BillingLatitude = 41.9, BillingLongitude = 12.5);
  Account stored = [SELECT Name, BillingAddress, ShippingAddress FROM Account];`;

test("an address field holds its parts, and nothing where none is filled", () => {
  const { debug, exception } = apexOrg({ schema: schemaOf({}) }).test(`${STORED}
    Address billing = stored.BillingAddress;
    System.debug(billing.getStreet() + ', ' + billing.getCity() + ', ' + billing.country + ', ' + billing.getState());
    System.debug(billing.getLatitude() + ' ' + billing.getLongitude());
    System.debug(((Address) stored.get('BillingAddress')).getCity());
    System.debug(stored.ShippingAddress == null);
    stored.Name = 'B'; update stored;
    System.debug([SELECT Name, BillingCity FROM Account].BillingCity);`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["Via 1, Roma, Italy, null", "41.9 12.5", "Roma", "true", "Roma"]);
});

test("JSON has an address as an object of its parts, both ways", () => {
  const { debug, exception } = apexOrg({ schema: schemaOf({}) }).test(`${STORED}
    String written = JSON.serialize(stored);
    System.debug(written.substringBetween('"BillingAddress":', '}'));
    Account read = (Account) JSON.deserialize(written, Account.class);
    System.debug(JSON.serialize(read.BillingAddress).removeEnd('}'));
    System.debug(read.BillingAddress.getCity() + ' ' + read.BillingAddress.getLatitude());`);

  expect(exception?.headline).toBeUndefined();
  const parts =
    '{"city":"Roma","country":"Italy","geocodeAccuracy":null,"latitude":41.9,"longitude":12.5,"postalCode":null,"state":null,"street":"Via 1"';
  expect(debug).toEqual([parts, parts, "Roma 41.9"]);
});
