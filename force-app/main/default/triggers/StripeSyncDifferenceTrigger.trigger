trigger StripeSyncDifferenceTrigger on Stripe_Sync_Difference__c(after update) {
  StripeSyncDifferenceTriggerHandler.handle();
}
