trigger OrderRuns on Order__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete,
  after delete,
  after undelete
) {
  TriggerRuns.seen.add('Order__c ' + Trigger.operationType);
  TriggerRuns.touchItself(
    Trigger.operationType,
    (Trigger.isDelete ? Trigger.old : Trigger.new)[0].Id
  );
}
