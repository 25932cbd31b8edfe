trigger StripeCustomerTrigger on Stripe_Customer__c(before insert, before update) {
  StripeCustomerTriggerHandler.handle();
}
