trigger StripeSyncRunTrigger on Stripe_Sync_Run__c(
  before insert,
  before update,
  after insert,
  after update
) {
  StripeSyncRunTriggerHandler.handle();
}
