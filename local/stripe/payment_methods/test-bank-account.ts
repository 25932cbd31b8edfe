/** A bank account: its payments take days, and may fail when they come to be made. */
export interface TestBankAccount {
  readonly token: string;
  readonly last4: string;
  /** Absent when the payment will succeed. */
  readonly failure?: { readonly code: string; readonly message: string };
}

/**
 * Stripe's test accounts for ACH direct debit.
 * @see https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-your-integration
 */
const TEST_BANK_ACCOUNTS: readonly [TestBankAccount, ...TestBankAccount[]] = [
  { token: "pm_usBankAccount_success", last4: "6789" },
  {
    token: "pm_usBankAccount_accountClosed",
    last4: "1113",
    failure: {
      code: "account_closed",
      message: "The customer's bank account has been closed.",
    },
  },
  {
    token: "pm_usBankAccount_insufficientFunds",
    last4: "2227",
    failure: {
      code: "insufficient_funds",
      message: "The customer's account has insufficient funds to cover this payment.",
    },
  },
];

export function testBankAccountNamed(token: string): TestBankAccount | undefined {
  return TEST_BANK_ACCOUNTS.find((each) => each.token === token);
}
