import { personName, SALUTATION } from "../compound-fields.js";
import { curate } from "../curate.js";
import { checkbox, date, integer, owner, picklist, text, url } from "../field-builders.js";
export const individual = curate({
    name: "Individual",
    labelPlural: "Individuals",
    keyPrefix: "0PK",
    fields: {
        OwnerId: owner(),
        ...personName("Name"),
        ...SALUTATION,
        HasOptedOutTracking: checkbox({ label: "Don't Track" }),
        HasOptedOutProfiling: checkbox({ label: "Don't Profile" }),
        HasOptedOutProcessing: checkbox({ label: "Don't Process" }),
        HasOptedOutSolicit: checkbox({ label: "Don't Market" }),
        ShouldForget: checkbox({ label: "Forget this Individual" }),
        SendIndividualData: checkbox({ label: "Export Individual's Data" }),
        CanStorePiiElsewhere: checkbox({ label: "OK to Store PII Data Elsewhere" }),
        HasOptedOutGeoTracking: checkbox({ label: "Block Geolocation Tracking" }),
        BirthDate: date(),
        DeathDate: date(),
        ConvictionsCount: integer(9, { label: "Conviction Count" }),
        ChildrenCount: integer(9, { label: "Number of Children" }),
        MilitaryService: picklist(["Unknown", "Yes", "No"], { length: 40 }),
        IsHomeOwner: checkbox({ label: "Is Homeowner" }),
        Occupation: text(150),
        Website: url(),
        IndividualsAge: picklist(["13 or Older", "16 or Older"], {
            label: "Individual's Age",
            length: 40,
        }),
        ConsumerCreditScore: integer(9),
        ConsumerCreditScoreProviderName: text(255),
        InfluencerRating: integer(9),
    },
});
