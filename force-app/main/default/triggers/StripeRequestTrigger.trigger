trigger StripeRequestTrigger on Stripe_Request__e(after insert) {
  StripeRequestSubscriber.handle(Trigger.new);
}
