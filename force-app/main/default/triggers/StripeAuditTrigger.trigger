trigger StripeAuditTrigger on Stripe_Audit__e(after insert) {
  StripeAuditSubscriber.handle(Trigger.new);
}
