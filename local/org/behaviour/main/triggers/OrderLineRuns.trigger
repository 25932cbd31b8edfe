trigger OrderLineRuns on Order_Line__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete,
  after delete,
  after undelete
) {
  TriggerRuns.seen.add('Order_Line__c ' + Trigger.operationType);
}
