trigger StripeSubscriptionTrigger on Stripe_Subscription__c(
  before insert,
  before update,
  after insert,
  after update
) {
  StripeSubscriptionTriggerHandler.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
