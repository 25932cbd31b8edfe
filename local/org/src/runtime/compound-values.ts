/** What compound fields hold: an address, a point. Source: Apex Reference, "Address Class" and "Location Class". */

/** The parts by the names that they have in JSON. Codes are missing where the org has no State and Country/Territory Picklists. */
export interface AddressParts {
  readonly city: string | null;
  readonly country: string | null;
  readonly countryCode?: string | null;
  readonly geocodeAccuracy: string | null;
  /** Degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly postalCode: string | null;
  readonly state: string | null;
  readonly stateCode?: string | null;
  readonly street: string | null;
}

export class AddressValue {
  readonly parts: AddressParts;

  constructor(parts: AddressParts) {
    this.parts = parts;
  }

  get $identity(): string {
    return `Address ${JSON.stringify(Object.values(this.parts))}`;
  }
}

export class LocationValue {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  get $identity(): string {
    return `Location ${this.latitude} ${this.longitude}`;
  }

  toString(): string {
    return `Location:[getLatitude=${this.latitude}, getLongitude=${this.longitude}]`;
  }
}
