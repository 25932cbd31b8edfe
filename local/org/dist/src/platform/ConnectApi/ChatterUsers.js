/** ConnectApi.ChatterUsers where nobody follows anything, which is always here. Source: Connect in Apex Reference, "ChatterUsers Class". */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { seesAllData } from "../../runtime/see-all-data.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { newDataValue } from "../../runtime/data-class.js";
/** Apex Developer Guide, "Testing ConnectApi Code": most methods run only in tests that see the org's data. */
function refuseInSiloedTest() {
    if (transaction().isTest && !seesAllData()) {
        raise("System.UnsupportedOperationException", "ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).");
    }
}
export const chatterUsersBehaviour = platformType({
    type: "ConnectApi.ChatterUsers",
    statics: {
        getFollowings: () => {
            refuseInSiloedTest();
            return newDataValue("ConnectApi.FollowingPage", {
                following: new ApexList(platformTypeNamed("ConnectApi.Subscription")),
                total: 0,
            });
        },
    },
});
