trigger StripeEventTrigger on Stripe_Event__e(after insert) {
  StripeEventSubscriber.handle(Trigger.new);
}
