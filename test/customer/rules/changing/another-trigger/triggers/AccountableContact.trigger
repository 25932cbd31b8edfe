/** Another team's trigger: says where a contact comes from, and touches its account. */
trigger AccountableContact on Contact(before insert, after update) {
  if (Trigger.isInsert) {
    for (Contact person : Trigger.new) {
      person.LeadSource = 'Web';
    }
    return;
  }
  Set<Id> accountIds = new Set<Id>();
  for (Contact person : Trigger.new) {
    accountIds.add(person.AccountId);
  }
  List<Account> touched = new List<Account>();
  for (Account household : [SELECT Id FROM Account WHERE Id IN :accountIds]) {
    touched.add(new Account(Id = household.Id, Description = 'Somebody changed'));
  }
  update touched;
}
