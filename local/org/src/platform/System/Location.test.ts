import { expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

it("measures the distance between two points in kilometres or miles", () => {
  const { debug, exception } = runApex(`
    Location berlin = Location.newInstance(52.52, 13.405);
    Location paris = Location.newInstance(48.8566, 2.3522);
    System.debug(Location.getDistance(berlin, paris, 'km').intValue());
    System.debug(berlin.getDistance(paris, 'mi').intValue());
    System.debug(berlin.latitude + ' ' + berlin.getLongitude());`);
  expect(exception).toBeNull();
  expect(debug).toEqual(["877", "545", "52.52 13.405"]);
});

it("knows no other unit", () => {
  const { exception } = runApex(
    "Location.getDistance(Location.newInstance(1, 1), Location.newInstance(2, 2), 'ft');",
  );
  expect(exception?.typeName).toBe("System.InvalidParameterValueException");
});
